using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Introductions.Matching;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Introductions.Meeting;

/// <summary>Tells those who agreed, two days before, whom to meet; and forgets who agreed a month after.</summary>
public sealed class MeetingJob(PortalDatabase database, PortalTexts texts, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "introductions.whom-to-meet";

    /// <inheritdoc/>
    public string Does => "Tells those who agreed, two days before an event or course, whom to meet there.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<long> occasions;
        await using (var work = await database.Read(cancel))
        {
            occasions = await MeetingRepository.ToTell(work, work.Now, work.Now.AddDays(2));
        }

        foreach (var occasion in occasions)
        {
            cancel.ThrowIfCancellationRequested();
            await Tell(occasion);
        }

        await using var forgetting = await database.Write(Actor.System);
        if (await MeetingRepository.ForgetBefore(forgetting, forgetting.Now.AddDays(-30)) > 0)
        {
            await forgetting.Commit();
        }
    }

    private async Task Tell(long id)
    {
        await using var work = await database.Write(Actor.System);
        var occasion = (await OccasionRepository.Find(work, id))!;
        var proposals = await MeetingRepository.Proposals(work, id, Instants.DayOf(work.Now, portal.Value.Zone));
        var quiet = await Quiet(work, id);
        foreach (var booking in await BookingRepository.In(work, id, [BookingState.Confirmed]))
        {
            if (proposals.TryGetValue(booking.Id, out var meets) && await MeetingRepository.MarkMailed(work, booking.Id) && meets.Count > 0)
            {
                var culture = CultureInfo.GetCultureInfo(booking.Language);
                var people = quiet.Contains(booking.Id) ? [] : meets.Select(meet => new PersonToMeet(meet.Guest.Name, meet.Guest.Organisation ?? "", [.. meet.Reasons.Take(3).Select(reason => MatchSentences.Say(reason, texts, booking.Language))])).ToList();
                work.Mail(
                    new Recipient(booking.PersonId, booking.Email, booking.Name, booking.Language),
                    new WhomToMeet(occasion.Title, Instants.Long(occasion.StartsAt!.Value, TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone), culture), meets.Count, people, BookingRoutes.One(booking.Secret)),
                    nameof(Booking), booking.Id);
            }
        }

        await work.Commit();
    }

    /// <summary>The bookings of organisations that read their letters behind sign-in.</summary>
    private static async Task<HashSet<long>> Quiet(UnitOfWork work, long occasion)
    {
        var rows = await BookingRepository.OfOccasion(work, occasion);
        var quiet = (await OrganisationRepository.Find(work, [.. rows.Select(row => row.OrganisationId).OfType<long>().Distinct()])).Where(one => one.LettersBy == LetterDelivery.SignIn).Select(one => one.Id).ToHashSet();
        return [.. rows.Where(row => row.OrganisationId is { } id && quiet.Contains(id)).Select(row => row.Id)];
    }
}

/// <summary>Somebody to meet, as an e-mail says it.</summary>
public sealed record PersonToMeet(string Name, string Organisation, IReadOnlyList<string> Reasons);

/// <summary>Whom to meet at an occasion, two days before; to those who agreed.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="When">When it starts, in words.</param>
/// <param name="Number">How many people there are to meet.</param>
/// <param name="People">Who they are; nobody where the organisation reads its letters behind sign-in.</param>
/// <param name="Path">The booking's page, which names them too.</param>
public sealed record WhomToMeet(string Title, string When, int Number, IReadOnlyList<PersonToMeet> People, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static WhomToMeet Sample => new(
        "Neighbours’ forum", "Friday 4 December 2026, 18:00 (GMT)", 2,
        [new("Hodan Abdi", "Harbour Somali Families", ["You look for people who speak Somali; they offer it", "You both work in Harbour"]), new("Eleanor Marsh", "", ["You both look for partners on Dialogue between communities"])],
        "/bookings/SECRET#meeting");
}
