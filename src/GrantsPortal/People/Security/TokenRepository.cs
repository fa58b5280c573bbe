using System.Globalization;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Security;

/// <summary>Small values kept per person and provider, as the sign-in library wants them.</summary>
public static class TokenRepository
{
    private const string Own = "GrantsPortal";
    private const string LastStep = "LastCodeStep";

    /// <summary>The value; null when there is none.</summary>
    public static Task<string?> Find(UnitOfWork work, long person, string provider, string name) =>
        work.Scalar<string>("SELECT t.Value FROM PersonToken t WHERE t.PersonId = @person AND t.Provider = @provider AND t.Name = @name", new { person, provider, name });

    /// <summary>Keeps a value in place of an earlier one.</summary>
    public static async Task Set(UnitOfWork work, long person, string provider, string name, string? value)
    {
        var args = new { person, provider, name, value };
        if (await work.Execute("UPDATE PersonToken SET Value = @value WHERE PersonId = @person AND Provider = @provider AND Name = @name", args) == 0)
        {
            await work.Execute("INSERT INTO PersonToken (PersonId, Provider, Name, Value) VALUES (@person, @provider, @name, @value)", args);
        }
    }

    /// <summary>Forgets a value.</summary>
    public static Task<int> Remove(UnitOfWork work, long person, string provider, string name) =>
        work.Execute("DELETE FROM PersonToken WHERE PersonId = @person AND Provider = @provider AND Name = @name", new { person, provider, name });

    /// <summary>Notes that the code of a step was used; false when that one or a later one was used before, so that no code counts twice.</summary>
    public static async Task<bool> Advance(UnitOfWork work, long person, long step)
    {
        // Steps have ten digits until the year 11476, so they compare as text.
        var value = step.ToString("D10", CultureInfo.InvariantCulture);
        var args = new { person, provider = Own, name = LastStep, value };
        return await work.Guarded("UPDATE PersonToken SET Value = @value WHERE PersonId = @person AND Provider = @provider AND Name = @name AND Value < @value", args)
            || await work.TryInsert("INSERT INTO PersonToken (PersonId, Provider, Name, Value) VALUES (@person, @provider, @name, @value)", args);
    }
}
