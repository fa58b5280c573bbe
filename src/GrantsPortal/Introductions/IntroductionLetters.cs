using GrantsPortal.Introductions.Matching;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions;

/// <summary>Writes to the sides of an introduction: what each may know, and no more.</summary>
public sealed class IntroductionLetters(PortalTexts texts)
{
    /// <summary>Asks whoever is to be asked now.</summary>
    public async Task AskWhoIsNext(UnitOfWork work, Introduction introduction)
    {
        var (sides, visible) = await Sides(work, introduction);
        var next = IntroductionRules.ToAsk([.. sides.Select(side => new SideStanding(side.OrganisationId, visible.Contains(side.OrganisationId), side.AskedAt is not null, side.Answer == SideAnswer.Agreed))]);
        foreach (var side in sides.Where(side => next.Contains(side.OrganisationId)))
        {
            await IntroductionRepository.MarkAsked(work, introduction.Id, side.OrganisationId);
            await Write(work, introduction, side, sides, visible, reminds: false);
        }
    }

    /// <summary>Reminds the sides that were asked and have not answered.</summary>
    public async Task Remind(UnitOfWork work, Introduction introduction)
    {
        var (sides, visible) = await Sides(work, introduction);
        foreach (var side in sides.Where(side => side is { AskedAt: not null, Answer: null }))
        {
            await Write(work, introduction, side, sides, visible, reminds: true);
        }
    }

    /// <summary>Passes the contacts on, to who agreed and to the contact of each side.</summary>
    public async Task Made(UnitOfWork work, Introduction introduction)
    {
        var sides = await IntroductionRepository.Sides(work, introduction.Id);
        foreach (var side in sides)
        {
            var other = sides.First(one => one.OrganisationId != side.OrganisationId);
            var contact = (await IntroductionRepository.Contact(work, introduction.Id, other.OrganisationId))!;
            var (mine, theirs) = ((await OrganisationRepository.Find(work, side.OrganisationId))!, (await OrganisationRepository.Find(work, other.OrganisationId))!);
            PartnerMail.To(
                work, mine, await People(work, side),
                new IntroductionMade(mine.Name, theirs.Name, contact.Name, contact.Email, contact.Phone, IntroductionRoutes.My(introduction.Reference)), introduction.Id);
        }
    }

    /// <summary>Tells those who were asked or asked that it does not come about; the same words whether somebody said no, said nothing or took it back.</summary>
    public async Task NotMade(UnitOfWork work, Introduction introduction, long? but = null)
    {
        var (sides, visible) = await Sides(work, introduction);
        foreach (var side in sides.Where(side => side.OrganisationId != but && (side.AskedAt is not null || introduction.AskedFor == side.OrganisationId)))
        {
            var mine = (await OrganisationRepository.Find(work, side.OrganisationId))!;
            var other = await NameOfOther(work, introduction, side, sides, visible);
            await PartnerMail.ToEditors(work, mine, new IntroductionNotMade(mine.Name, other, IntroductionRoutes.Mine), introduction.Id);
        }
    }

    /// <summary>Asks both sides what came of it.</summary>
    public async Task AskOutcome(UnitOfWork work, Introduction introduction)
    {
        var sides = await IntroductionRepository.Sides(work, introduction.Id);
        foreach (var side in sides)
        {
            var mine = (await OrganisationRepository.Find(work, side.OrganisationId))!;
            var theirs = (await OrganisationRepository.Find(work, sides.First(one => one.OrganisationId != side.OrganisationId).OrganisationId))!;
            PartnerMail.To(work, mine, await People(work, side), new IntroductionOutcomeAsked(mine.Name, theirs.Name, IntroductionRoutes.My(introduction.Reference)), introduction.Id);
        }
    }

    private async Task Write(UnitOfWork work, Introduction introduction, IntroductionSide side, IReadOnlyList<IntroductionSide> sides, HashSet<long> visible, bool reminds)
    {
        var mine = (await OrganisationRepository.Find(work, side.OrganisationId))!;
        var other = await NameOfOther(work, introduction, side, sides, visible);
        foreach (var person in await PartnerMail.Editors(work, side.OrganisationId))
        {
            Message message = reminds
                ? new IntroductionReminder(mine.Name, other, introduction.LapsesAt!.Value, IntroductionRoutes.My(introduction.Reference))
                : new IntroductionAsked(
                    mine.Name, other, introduction.AskedFor is not null, introduction.Words, [.. introduction.ReasonsFor(side.OrganisationId).Take(6).Select(reason => MatchSentences.Say(reason, texts, person.Language))],
                    introduction.LapsesAt!.Value, IntroductionRoutes.My(introduction.Reference));
            PartnerMail.To(work, mine, [person], message, introduction.Id);
        }
    }

    private static async Task<string> NameOfOther(UnitOfWork work, Introduction introduction, IntroductionSide side, IReadOnlyList<IntroductionSide> sides, HashSet<long> visible)
    {
        var other = sides.First(one => one.OrganisationId != side.OrganisationId);
        return IntroductionRules.Named(introduction, other, visible.Contains(other.OrganisationId)) ? (await OrganisationRepository.Find(work, other.OrganisationId))!.Name : "";
    }

    private static async Task<(IReadOnlyList<IntroductionSide> Sides, HashSet<long> Visible)> Sides(UnitOfWork work, Introduction introduction)
    {
        var profiles = await PartnerRepository.Profiles(work, [introduction.LowId, introduction.HighId]);
        return (await IntroductionRepository.Sides(work, introduction.Id), [.. profiles.Where(profile => profile.Visible).Select(profile => profile.OrganisationId)]);
    }

    /// <summary>Who answered for a side and its contact, while they belong to it; its Owners and Editors where both are gone.</summary>
    private static async Task<IReadOnlyList<Person>> People(UnitOfWork work, IntroductionSide side)
    {
        var concerned = (await OrganisationRepository.People(work, side.OrganisationId)).Where(person => person.EmailConfirmed && (person.Id == side.ContactId || person.Id == side.AnsweredBy)).ToList();
        return concerned.Count > 0 ? concerned : await PartnerMail.Editors(work, side.OrganisationId);
    }
}
