using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace DeployRisk.Data.Keys;

/// <summary>Encrypts what is secret in a stored key. The framework does it when it makes a key, and offers no way to do it later.</summary>
internal static class KeyXml
{
    private static readonly XNamespace Format = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>The key with its secret encrypted; as it was when that is so already.</summary>
    public static string Encrypt(string xml, IXmlEncryptor encryptor)
    {
        var key = XElement.Parse(xml);
        var secrets = key.Descendants().Where(element => (bool?)element.Attribute(Format + "requiresEncryption") == true).ToList();
        if (secrets.Count == 0)
        {
            return xml;
        }

        foreach (var secret in secrets)
        {
            var encrypted = encryptor.Encrypt(new XElement(secret));
            secret.ReplaceWith(new XElement(
                Format + "encryptedSecret",
                new XAttribute("decryptorType", encrypted.DecryptorType.AssemblyQualifiedName!),
                encrypted.EncryptedElement));
        }

        // They say that the key is readable.
        key.DescendantNodes().OfType<XComment>().Remove();
        return key.ToString(SaveOptions.DisableFormatting);
    }
}
