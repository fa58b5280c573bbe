using System.Security.Cryptography;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Security;

/// <summary>Codes for when the authenticator app is out of reach: ten, each of 80 bits, each good once, kept as hashes.</summary>
public static class RecoveryCodes
{
    /// <summary>How many a person gets.</summary>
    public const int Count = 10;

    // Crockford's letters: none that looks like another.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code, as K7QM-2XHD-9FTB-W3NA.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    /// <summary>How a code is kept: a hash of what was typed, whatever its case, hyphens and look-alikes.</summary>
    public static string Hash(string code)
    {
        var typed = code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        return Secrets.Hash(new string(typed.ToArray()));
    }

    /// <summary>Puts new codes in place of all earlier ones.</summary>
    public static async Task Replace(UnitOfWork work, long person, IEnumerable<string> codes)
    {
        await Forget(work, person);
        foreach (var code in codes)
        {
            await work.Execute("INSERT INTO RecoveryCode (PersonId, CodeHash) VALUES (@person, @hash)", new { person, hash = Hash(code) });
        }
    }

    /// <summary>Uses a code up; false when there is no such code any more.</summary>
    public static Task<bool> Redeem(UnitOfWork work, long person, string code) =>
        work.Guarded("DELETE FROM RecoveryCode WHERE PersonId = @person AND CodeHash = @hash", new { person, hash = Hash(code) });

    /// <summary>How many a person has left.</summary>
    public static async Task<int> Left(UnitOfWork work, long person) =>
        await work.Scalar<int>("SELECT COUNT(*) FROM RecoveryCode WHERE PersonId = @person", new { person });

    /// <summary>Takes all codes away.</summary>
    public static Task<int> Forget(UnitOfWork work, long person) =>
        work.Execute("DELETE FROM RecoveryCode WHERE PersonId = @person", new { person });
}
