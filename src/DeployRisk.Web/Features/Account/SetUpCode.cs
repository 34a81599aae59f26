using System.Security.Cryptography;
using System.Text;
using DeployRisk.Web.Shared;

namespace DeployRisk.Web.Features.Account;

/// <summary>The one-time code that lets somebody set up from another machine. It is shown at the console and written nowhere.</summary>
public sealed class SetUpCode(SetUpState state, TimeProvider clock)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 10;
    private const int TriesPerWindow = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly string _code = RandomNumberGenerator.GetString(Letters, Length);
    private readonly Lock _lock = new();
    private DateTimeOffset _windowEnds;
    private int _tries;

    /// <summary>The code as it is shown, in two groups.</summary>
    public string Shown => $"{_code[..(Length / 2)]}-{_code[(Length / 2)..]}";

    /// <summary>Tells the person at the console how to set up, while nobody has.</summary>
    /// <param name="console">Where the person reads.</param>
    /// <param name="address">Where the application listens.</param>
    public async Task AnnounceAsync(TextWriter console, string? address)
    {
        if (!await state.IsDoneAsync())
        {
            await console.WriteLineAsync($"Not set up yet: open {address}{AppUrls.SetUp} on this machine, or from another one with the code {Shown}");
        }
    }

    /// <summary>Checks a code that somebody typed; hyphens, spaces and case do not matter.</summary>
    public SetUpCodeCheck Check(string? typed)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (now >= _windowEnds)
            {
                (_windowEnds, _tries) = (now + Window, 0);
            }

            if (_tries >= TriesPerWindow)
            {
                return SetUpCodeCheck.TooManyTries;
            }

            if (Matches(typed))
            {
                return SetUpCodeCheck.Right;
            }

            _tries++;
            return SetUpCodeCheck.Wrong;
        }
    }

    /// <summary>Takes the same time wherever the first difference is.</summary>
    private bool Matches(string? typed)
    {
        var letters = string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Hash(letters), Hash(_code));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
