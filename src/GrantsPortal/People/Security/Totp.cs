using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrantsPortal.People.Security;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds and 6 digits, which every app knows.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key of 160 bits, in Base32 as apps take it.</summary>
    public static string NewKey() => Base32(RandomNumberGenerator.GetBytes(20));

    /// <summary>The 30-second step that an instant lies in.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / 30;

    /// <summary>The code of a step.</summary>
    public static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Bytes(key), counter);
        var offset = hash[^1] & 0xF;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code is right for, one step of clock drift either way allowed; null when it is wrong. Spaces in the code are ignored.</summary>
    public static long? Match(string key, string? code, DateTimeOffset now)
    {
        var typed = Encoding.ASCII.GetBytes(new string((code ?? "").Where(char.IsAsciiDigit).ToArray()));
        long? matched = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(Code(key, step))))
            {
                matched = step;
            }
        }

        return matched;
    }

    /// <summary>What the QR code says: issuer, account and key.</summary>
    public static string Address(string issuer, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period=30";

    /// <summary>The key in groups of four, for typing.</summary>
    public static string Grouped(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var value = 0;
            for (var i = bit; i < bit + 5; i++)
            {
                value = (value << 1) | (i < bytes.Length * 8 && (bytes[i / 8] & (0x80 >> (i % 8))) != 0 ? 1 : 0);
            }

            text.Append(Alphabet[value]);
        }

        return text.ToString();
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            if ((Alphabet.IndexOf(key[bit / 5], StringComparison.Ordinal) & (0x10 >> (bit % 5))) != 0)
            {
                bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
            }
        }

        return bytes;
    }
}
