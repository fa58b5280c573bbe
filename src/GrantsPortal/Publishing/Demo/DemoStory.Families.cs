using GrantsPortal.Response.Families;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What families need and partners offer them: one a year on and due to be looked at again, some after the attack on the mosque, one in the exercise.</summary>
internal sealed partial class DemoStory
{
    private const string Mosque = "Old Town Mosque Trust";
    private const string Helpline = "Anti-Hate Helpline Riverton";
    private const string Bereaved = "Victims’ Families Network";

    private readonly Dictionary<string, string> _supports = [];

    private void Families()
    {
        At(Ago(366, 10), () => Support("year", "focal", new SupportPlan
        {
            Side = SupportSide.Asked,
            OrganisationId = _organisations[Bereaved].Id,
            Kind = SupportKind.Bereavement,
            Band = SupportBand.Few,
            Words = "After the fire in the boarding house: somebody who goes along to the inquest, and a day of remembrance that the families shape themselves.",
            District = "Weirside",
            FollowerId = Somebody("focal").Id,
        }));
        At(Ago(359, 11), () => Look("year", 1, SupportStanding.Worse, "Two families sleep at relatives’. Nobody has told them when the inquest is.", "The coroner’s office is asked for the day."));
        At(Ago(338, 11), () => Look("year", 4, SupportStanding.Same, "The day is known. They want somebody beside them who has been through it.", "A companion from the network goes along."));
        At(Ago(282, 11), () => Look("year", 12, SupportStanding.Better, "The inquest is over. The remembrance was small and good.", "Ask early about the first anniversary."));

        At(Ago(20, 10), () => Support("mosque-trauma", "focal", new SupportPlan
        {
            Side = SupportSide.Asked,
            OrganisationId = _organisations[Mosque].Id,
            Incident = _incidents["mosque"],
            Kind = SupportKind.Trauma,
            Band = SupportBand.Some,
            Words = "Children do not want to go past the door any more. Their mothers ask for somebody to talk to, women with women.",
            Languages = ["Arabic"],
            District = "Old Town",
            FollowerId = Somebody("focal").Id,
            DeputyId = Somebody("officer").Id,
        }));
        At(Ago(20, 10.2), () => Support("mosque-legal", "focal", new SupportPlan
        {
            Side = SupportSide.Asked,
            OrganisationId = _organisations[Mosque].Id,
            Incident = _incidents["mosque"],
            Kind = SupportKind.Legal,
            Band = SupportBand.One,
            Words = "One family was threatened by letter and asks how to give evidence without their address being read out.",
            District = "Old Town",
            FollowerId = Somebody("focal").Id,
        }));
        At(Ago(20, 11), () => Support("helpline", "focal", new SupportPlan
        {
            Side = SupportSide.Offered,
            OrganisationId = _organisations[Helpline].Id,
            Incident = _incidents["mosque"],
            Kind = SupportKind.Trauma,
            Band = SupportBand.Few,
            Words = "A caseworker who speaks Arabic, first call within a day, then weekly.",
            Languages = ["Arabic", "Kurdish"],
            District = "Old Town",
            FollowerId = Somebody("focal").Id,
        }));
        At(Ago(20, 12), () => Support("companions", "focal", new SupportPlan
        {
            Side = SupportSide.Offered,
            OrganisationId = _organisations[Bereaved].Id,
            Kind = SupportKind.Bereavement,
            Band = SupportBand.Few,
            Words = "People who have been through it, to go along to court, to the hospital, to the grave.",
            FollowerId = Somebody("focal").Id,
        }));
        At(Ago(19, 9), async () => Done((await portal.Get<FamilyReviewDesk>().Match(As("focal"), _supports["mosque-trauma"], _supports["helpline"], "Weekly, in the women’s room, from the coming week on.", null))!.Value));
        At(Ago(19, 15), async () =>
        {
            var match = (await portal.Read(async work => await FamilyMatchRepository.Of(work, (await FamilyRepository.Find(work, _supports["helpline"]))!.Id)))[0];
            Done((await portal.Get<FamilyReviewDesk>().Reply(As(OwnerOf(Helpline)), _organisations[Helpline].Slug, _supports["helpline"], match.Id, agrees: true))!.Value);
        });
        At(Ago(15, 7), () => RunJob<FamilyReviewJob>());
        At(Ago(13, 10), async () => Done((await portal.Get<FamilyReviewDesk>().Answer(
            As(OwnerOf(Mosque)), _organisations[Mosque].Slug, _supports["mosque-trauma"], 1, SupportStanding.Better, "Nine mothers came twice. Two children are still afraid of the door.", null))!.Value));
        At(Ago(13, 11), () => Look("mosque-trauma", 1, SupportStanding.Better, "The group meets. The school knows, and walks with the two children.", "Ask again before the holidays."));
        At(Ago(13, 11.2), () => Look("mosque-legal", 1, SupportStanding.Same, "The police agreed to hear them in a room of the mosque.", "Legal advice sits with them."));
        At(Ago(13, 12), () => Look("helpline", 1, SupportStanding.Well, "The caseworker is there every week.", ""));
        At(Ago(13, 12.2), () => Look("companions", 1, SupportStanding.Well, "Three companions, nobody has asked for one yet.", "Tell the hospital that they are there."));
        At(Ago(9, 9), async () => Done((await portal.Get<FamilyDesk>().Move(
            As("focal"), _supports["mosque-legal"], 2, new SupportMove(SupportStates.Meet, "They gave evidence; their address is kept from the file."), null))!.Value));
        At(Ago(6, 17), async () => _supports["circle"] = Done((await portal.Get<FamilyDesk>().OpenOwn(
            As("applicant1"), _organisations[Circle].Slug,
            new SupportPlan { Side = SupportSide.Asked, Kind = SupportKind.Practical, Band = SupportBand.One, Words = "A mother of three cannot pay the rent since her husband was hurt. She needs somebody to go to the housing office with her.", Languages = ["Tigrinya"], District = "Harbour" }, null))!.Value).Reference);
        At(Ago(0, 0).AddHours(-2).AddMinutes(50), () => Support("drill", "focal", new SupportPlan
        {
            Side = SupportSide.Asked,
            OrganisationId = _organisations[Circle].Id,
            Incident = _incidents["flood"],
            Kind = SupportKind.Practical,
            Band = SupportBand.Some,
            Words = "Dry beds for eleven women with children, in one place.",
            District = "Harbour",
            FollowerId = Somebody("focal").Id,
        }));
    }

    private async Task Support(string key, string by, SupportPlan plan) => _supports[key] = Done(await portal.Get<FamilyDesk>().Open(As(by), plan, null)).Reference;

    private async Task Look(string key, int week, SupportStanding standing, string said, string next)
    {
        var review = await portal.Read(async work => (await ReviewRepository.Of(work, [(await FamilyRepository.Find(work, _supports[key]))!.Id])).First(one => one.Week == week));
        Done((await portal.Get<FamilyReviewDesk>().Do(As("focal"), _supports[key], week, review.Version, new ReviewPlan(standing, said, next), null))!.Value);
    }
}
