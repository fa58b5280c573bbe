using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>A partner that takes part in introductions: an organisation with its Owner and what it offers and seeks for half a year.</summary>
    public async Task<(Organisation Organisation, Person Owner)> Partner(string name, bool visible, params (EntrySide Side, EntryKind Kind, string Words)[] entries)
    {
        var owner = await Person($"Owner of {name}");
        var organisation = await Organisation(name, owner);
        await Offer(organisation, owner, entries);
        if (visible)
        {
            Must(await Portal.Get<PartnerDesk>().SetVisible(Acting(owner), organisation.Slug, true));
        }

        Must(await Portal.Get<PartnerDesk>().LetIn(Acting(owner, Roles.FocalPoint), organisation.Slug));
        return (organisation, owner);
    }

    /// <summary>Writes what an organisation offers and seeks.</summary>
    public async Task Offer(Organisation organisation, Person owner, params (EntrySide Side, EntryKind Kind, string Words)[] entries)
    {
        foreach (var kind in entries.GroupBy(entry => (entry.Side, entry.Kind)))
        {
            var text = new EntryText([.. kind.Select(entry => entry.Words)], "", DateOnly.FromDateTime(Now.UtcDateTime).AddMonths(6));
            Must(await Portal.Get<PartnerDesk>().Write(Acting(owner), organisation.Slug, kind.Key.Side, kind.Key.Kind, text));
        }
    }

    /// <summary>Asks for a partner to be introduced to another, its Owner being the contact.</summary>
    public async Task<Introduction> AskFor((Organisation Organisation, Person Owner) asker, Organisation with) =>
        (await Portal.Get<IntroductionDesk>().AskFor(
            Acting(asker.Owner), asker.Organisation.Slug, with.Slug, "We should know one another, since you have what we look for.", new ContactChoice(asker.Owner.Id, null)))!.Value.Value;

    /// <summary>An introduction as it is now.</summary>
    public async Task<Introduction> Introduction(string reference) => (await Read(work => IntroductionRepository.Find(work, reference)))!;

    /// <summary>Runs a job of this name once.</summary>
    public Task RunJob(string name) => Portal.Services.GetServices<IJob>().Single(job => job.Name == name).Run(CancellationToken.None);

    /// <summary>What the invariants of this kind find broken.</summary>
    public Task<IReadOnlyList<string>> Broken<T>()
        where T : IInvariant => Read(work => Portal.Services.GetServices<IInvariant>().OfType<T>().Single().Check(work));
}
