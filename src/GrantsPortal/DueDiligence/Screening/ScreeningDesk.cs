using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>What an officer says of a list to import.</summary>
/// <param name="Name">Its name; a list of this name in use is replaced.</param>
/// <param name="Source">Who publishes it and where.</param>
/// <param name="PublishedOn">The day it was published.</param>
/// <param name="AssignTo">Who looks at possible matches.</param>
/// <param name="FileName">Name of the file, for display.</param>
/// <param name="Content">The file: CSV in UTF-8.</param>
public sealed record ListImport(string? Name, string? Source, DateOnly? PublishedOn, long AssignTo, string FileName, byte[] Content);

/// <summary>What came of an import.</summary>
public sealed record ListImported(long Id, int Names, IReadOnlyList<Refusal> Irregular);

/// <summary>
/// Compares organisations and their people with the lists the city imports. What it finds goes to a named person; nothing is
/// refused by it.
/// </summary>
public sealed class ScreeningDesk(PortalDatabase database, FileStore files, IOptions<DueDiligenceOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Imports a list in place of one with the same name. Refused as <see cref="ScreeningRules.CheckList"/> and
    /// <see cref="ListRules.Read"/> say, or with <c>screening.nobody-named</c> when who should look cannot.
    /// </summary>
    public async Task<Outcome<ListImported>> Import(Actor actor, ListImport import, CancellationToken cancel = default)
    {
        var today = Instants.DayOf(database.Clock.GetUtcNow(), portal.Value.Zone);
        if (ScreeningRules.CheckList(actor, import.Name, import.Source, import.PublishedOn, today) is { Count: > 0 } wrong)
        {
            return Outcome<ListImported>.Refuse(wrong);
        }

        var read = ListRules.Read(Csv.Read(Encoding.UTF8.GetString(import.Content), ListRules.MostRows + 2));
        if (read.Refused)
        {
            return Outcome<ListImported>.Refuse(read.Refusals);
        }

        var kept = await files.Keep(import.Content, FileKinds.CleanName(import.FileName), "text/csv", cancel);
        await using var work = await database.Write(actor, cancel);
        if (!(await Lookers(work)).Any(person => person.Id == import.AssignTo))
        {
            return new Refusal("screening.nobody-named").At("AssignTo");
        }

        var list = new ScreeningList
        {
            Id = work.NewId(),
            Name = import.Name!.Trim(),
            Source = import.Source!.Trim(),
            PublishedOn = import.PublishedOn!.Value,
            AssignTo = import.AssignTo,
            Entries = read.Value.Names.Count,
            FileId = await StoredFileRepository.Insert(work, kept),
        };
        await ScreeningRepository.Replace(work, list.Name);
        if (!await ScreeningRepository.Insert(work, list))
        {
            return new Refusal("screening.list-changed").At("Name");
        }

        foreach (var name in read.Value.Names)
        {
            await ScreeningRepository.Insert(work, list.Id, name);
        }

        work.Audit("screening.list-imported", "ScreeningList", list.Id, new { list.Name, list.PublishedOn, list.Entries, kept.Hash, irregular = read.Value.Irregular.Count });
        await work.Commit(cancel);
        return new ListImported(list.Id, list.Entries, read.Value.Irregular);
    }

    /// <summary>Takes a list out of use. Refused with <c>screening.not-officer</c> or <c>screening.unknown</c>.</summary>
    public async Task<Outcome> Withdraw(Actor actor, long id)
    {
        if (ScreeningRules.MayScreen(actor) is { } refused)
        {
            return refused;
        }

        await using var work = await database.Write(actor);
        if (await ScreeningRepository.FindList(work, id) is not { State: ListState.Current } list)
        {
            return new Refusal("screening.unknown");
        }

        await ScreeningRepository.Replace(work, list.Name);
        work.Audit("screening.list-withdrawn", "ScreeningList", id, new { list.Name });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Screens an organisation and its members now. Refused with <c>screening.not-officer</c> or <c>screening.unknown</c>; gives the number of new possible matches.</summary>
    public async Task<Outcome<int>> Screen(Actor actor, long organisation)
    {
        if (ScreeningRules.MayScreen(actor) is { } refused)
        {
            return refused;
        }

        await using var work = await database.Write(actor);
        if (await OrganisationRepository.Find(work, organisation) is not { } found)
        {
            return new Refusal("screening.unknown");
        }

        var names = await Names(work, found);
        var number = await Compare(work, found, names, await ScreeningRepository.Lists(work));
        await work.Commit();
        return number;
    }

    /// <summary>Screens an organisation once more if its names or the lists have changed since; for the job.</summary>
    public async Task ScreenIfChanged(long organisation)
    {
        await using (var reading = await database.Read())
        {
            var now = (await OrganisationRepository.Find(reading, organisation))!;
            var hash = Hash(await Names(reading, now), await ScreeningRepository.Lists(reading));
            if ((await ScreeningRepository.Last(reading, organisation))?.NamesHash == hash)
            {
                return;
            }
        }

        await using var work = await database.Write(Actor.System);
        var found = (await OrganisationRepository.Find(work, organisation))!;
        await Compare(work, found, await Names(work, found), await ScreeningRepository.Lists(work));
        await work.Commit();
    }

    /// <summary>
    /// Clears, confirms or reopens a possible match. Refused as <see cref="ScreeningRules.MayDecide"/> says, with
    /// <c>screening.unknown</c>, <c>state.not-from-here</c> or <c>screening.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Decide(Actor actor, long id, int version, string act, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await ScreeningRepository.FindMatch(work, id) is not { } match)
        {
            return new Refusal("screening.unknown");
        }

        var against = ScreeningRules.MayDecide(actor, await OrganisationRepository.MembershipOf(work, match.OrganisationId, actor.Person), reason);
        if (against.Count > 0)
        {
            return Outcome.Refuse(against);
        }

        var to = MatchStates.Table.Move(match.State, act);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await ScreeningRepository.Decide(work, match, version, to.Value, reason!.Trim()))
        {
            return new Refusal("screening.changed-meanwhile");
        }

        work.Audit($"screening.{act}", "ScreeningMatch", id, new { from = match.State, to = to.Value, match.ListName, match.Code });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Names somebody else to look. Refused with <c>screening.not-officer</c>, <c>screening.nobody-named</c>, <c>screening.unknown</c> or <c>screening.changed-meanwhile</c>.</summary>
    public async Task<Outcome> Assign(Actor actor, long id, int version, long person)
    {
        if (ScreeningRules.MayScreen(actor) is { } refused)
        {
            return refused;
        }

        await using var work = await database.Write(actor);
        if (await ScreeningRepository.FindMatch(work, id) is not { } match)
        {
            return new Refusal("screening.unknown");
        }

        if ((await Lookers(work)).FirstOrDefault(one => one.Id == person) is not { } looker)
        {
            return new Refusal("screening.nobody-named").At("AssignTo");
        }

        if (!await ScreeningRepository.Assign(work, id, version, person))
        {
            return new Refusal("screening.changed-meanwhile");
        }

        work.Audit("screening.assigned", "ScreeningMatch", id, new { person });
        Tell(work, looker, match.OrganisationId, match.OrganisationName, 1);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Those who may look at possible matches, by name.</summary>
    public static async Task<IReadOnlyList<Person>> Lookers(UnitOfWork work)
    {
        var people = new List<Person>();
        foreach (var role in new[] { Roles.ProgrammeOfficer, Roles.FocalPoint, Roles.Finance })
        {
            people.AddRange(await PersonRepository.WithRole(work, role));
        }

        return [.. people.DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.CurrentCulture)];
    }

    private async Task<int> Compare(UnitOfWork work, Organisation organisation, IReadOnlyList<ScreenedName> names, IReadOnlyList<ScreeningList> lists)
    {
        var found = new List<ScreeningEntry>();
        foreach (var name in names)
        {
            var candidates = await ScreeningRepository.Candidates(work, NameRules.Keys(name.Name), name.Kind);
            foreach (var (entry, score) in ScreeningRules.Alike(name, candidates, options.Value.ScreeningThreshold))
            {
                if (await ScreeningRepository.Insert(work, organisation.Id, name, entry, score))
                {
                    found.Add(entry);
                }
            }
        }

        var used = string.Join("; ", lists.Select(list => FormattableString.Invariant($"{list.Name} ({list.PublishedOn:yyyy-MM-dd})")));
        await ScreeningRepository.Note(work, organisation.Id, names.Count, used, Hash(names, lists));
        work.Audit("screening.done", "Organisation", organisation.Id, new { names = names.Count, lists = used, possible = found.Count });
        foreach (var group in found.GroupBy(entry => entry.AssignTo))
        {
            if (await PersonRepository.Find(work, group.Key) is { DisabledAt: null } person)
            {
                Tell(work, person, organisation.Id, organisation.Name, group.Count());
            }
        }

        return found.Count;
    }

    private static void Tell(UnitOfWork work, Person person, long organisation, string name, int number) =>
        work.Mail(person.AsRecipient(), new ScreeningWaiting(name, number, DueDiligenceRoutes.Screening), "Organisation", organisation);

    private static async Task<IReadOnlyList<ScreenedName>> Names(UnitOfWork work, Organisation organisation) =>
    [
        new ScreenedName(0, organisation.Name),
        .. (await OrganisationRepository.People(work, organisation.Id)).Select(person => new ScreenedName(person.Id, person.Name)),
    ];

    private static string Hash(IEnumerable<ScreenedName> names, IEnumerable<ScreeningList> lists) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names.Select(name => $"{name.PersonId} {name.Name}").Concat(lists.Select(list => $"list {list.Id}"))))));
}
