using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DeployRisk.Data.Sample;

/// <summary>Version 7 UUIDs whose random part follows from a name, so that the same day always gives the same sample.</summary>
/// <param name="round">How often there was a sample before: what people made of an earlier one may still be there.</param>
internal sealed class SampleIds(int round)
{
    private const int TimeBytes = 6;
    private const int Version = 0x70;
    private const int Variant = 0x80;

    public Guid At(DateTimeOffset moment, string name)
    {
        Span<byte> bytes = stackalloc byte[16];
        Hash(round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {round}"))[..bytes.Length].CopyTo(bytes);
        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, moment.ToUnixTimeMilliseconds());
        time[^TimeBytes..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | Version);
        bytes[8] = (byte)((bytes[8] & 0x3F) | Variant);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A number that is always the same for the same name.</summary>
    public static uint Number(string name) => BinaryPrimitives.ReadUInt32BigEndian(Hash(name));

    private static ReadOnlySpan<byte> Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
