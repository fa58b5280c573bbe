using GrantsPortal.Platform;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.RoleHolders;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Roles at three levels, of which one is past its day and one is asked now; and what could happen in the city.</summary>
internal sealed partial class DemoStory
{
    private void Readiness()
    {
        At(Ago(118, 9), async () =>
        {
            await Role(RoleLevel.City, "City hall, mayor’s office", "Speaking for the city in the first hour", "Helena Brandt", "h.brandt@city-hall.example", "01632 960 301", "Day and night through the duty desk", "The deputy mayor’s chief of staff", 90);
            await Role(RoleLevel.City, "City hall, housing", "Beds for families who cannot go home", "Owen Price", "o.price@city-hall.example", "01632 960 302", "Weekdays; at other times the duty desk", "Duty officer for housing", 400);
            await Role(RoleLevel.Police, "Riverton Police, community safety unit", "Protection of places of worship", "Inspector Nadia Rahman", "n.rahman@police.example", "01632 960 311", "Day and night", "Sergeant on duty", 128);
            await Role(RoleLevel.Police, "Riverton Police, control room", "What is known, before anybody says it in public", "Control room inspector", "", "01632 960 312", "Day and night", "", 300);
            await Role(RoleLevel.National, "Ministry for communities, regional desk", "Telling other cities, and help from beyond ours", "Tobias Lindqvist", "t.lindqvist@ministry.example", "01632 960 321", "Weekdays, 8 to 18", "Night desk of the ministry", 500);
            await Role(RoleLevel.National, "National helpline for victims of terrorism", "Families of those killed or hurt", "Caseworker on duty", "duty@helpline.example", "01632 960 322", "Day and night", "", 420);
        });
        At(Ago(117, 9), async () =>
        {
            await Risk(
                "Paint, threats or an attack at a place of worship", "A door is painted over, a threat is left, or worse; others fear to come to prayer. Rumours name somebody before anything is known.",
                ["Old Town", "Northgate"], ["hate-crime"], [CrisisCapability.RumourControl, CrisisCapability.Volunteers, CrisisCapability.Chaplaincy], 4, 4, 300,
                ("Focal point", "Old Town Mosque Trust and the cathedral", "How they are, and who stands at the door"), ("Police, community safety unit", "All places of worship", "What is known and what is done"), ("Riverton Community Radio", "Listeners", "What is known and what is not"));
            await Risk(
                "High water at the harbour", "The river stands above the quay for a night or longer. Families who speak little English hear of it last.",
                ["Harbour", "Weirside"], [], [CrisisCapability.Space, CrisisCapability.Languages, CrisisCapability.FamilySupport], 3, 4, 250,
                ("City hall, housing", "Churches with a warm room", "How many beds, from when"), ("Harbour Women’s Circle", "Families on the quay", "Where to go, in their language"));
            await Risk(
                "A video from abroad sets schools against one another", "It is shared in chats of parents within hours; pupils are asked where they stand.",
                ["Millfield"], ["schools", "online"], [CrisisCapability.RumourControl, CrisisCapability.Counselling], 4, 2, 110);
            await Risk(
                "More people sleep outside in a cold week than there are beds", "Frost for five nights; the shelter turns people away.",
                ["Priory"], ["faith"], [CrisisCapability.Space], 5, 3, 400, ("City hall, housing", "Places with a warm room in Priory", "Who opens on which night"));
        });
        At(Ago(3, 9), () => RunJob<RoleJob>());
    }

    private async Task Role(RoleLevel level, string organisation, string whatFor, string holder, string email, string phone, string hours, string deputy, int days) =>
        Done(await portal.Get<RoleDesk>().Add(As("focal"), new RolePlan
        {
            Level = level,
            Organisation = organisation,
            WhatFor = whatFor,
            HolderName = holder,
            Email = email,
            Phone = phone,
            Hours = hours,
            Deputy = deputy,
            ConfirmBy = Instants.DayOf(portal.Now, TimeZoneInfo.Utc).AddDays(days),
        }));

    private async Task Risk(
        string title, string words, string[] districts, string[] themes, CrisisCapability[] needed, int likelihood, int seriousness, int days, params (string From, string To, string About)[] talks) =>
        Done(await portal.Get<RiskDesk>().Add(As("focal"), new RiskPlan
        {
            Title = title,
            Words = words,
            Districts = districts,
            Themes = themes,
            Capabilities = needed,
            Likelihood = likelihood,
            Seriousness = seriousness,
            ReviewBy = Instants.DayOf(portal.Now, TimeZoneInfo.Utc).AddDays(days),
            OwnerId = Somebody("focal").Id,
            Talks = [.. talks.Select(talk => new RiskTalk { FromWhom = talk.From, ToWhom = talk.To, About = talk.About })],
        }));
}
