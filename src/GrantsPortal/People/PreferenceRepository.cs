using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.People;

/// <summary>How often people want notices.</summary>
public static class PreferenceRepository
{
    /// <summary>What a person chose; at once unless they chose otherwise.</summary>
    public static async Task<NoticeFrequency> Frequency(UnitOfWork work, long person) =>
        await work.Scalar<string>("SELECT Frequency FROM NoticePreference WHERE PersonId = @person", new { person }) is { } chosen
        && Enum.TryParse<NoticeFrequency>(chosen, out var frequency) ? frequency : NoticeFrequency.AtOnce;

    /// <summary>Keeps a choice.</summary>
    public static async Task SetFrequency(UnitOfWork work, long person, NoticeFrequency frequency)
    {
        var args = new { person, frequency };
        if (await work.Execute("UPDATE NoticePreference SET Frequency = @frequency, Version = Version + 1 WHERE PersonId = @person", args) == 0)
        {
            await work.Execute("INSERT INTO NoticePreference (PersonId, Frequency, Version) VALUES (@person, @frequency, 1)", args);
        }
    }
}
