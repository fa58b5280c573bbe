using System.Globalization;
using System.Text;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Bookings.Materials;
using GrantsPortal.Bookings.Minimum;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Training.Certificates;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What came before and after the run that is over: materials, self-assessments, feedback, certificates, commitments.</summary>
internal sealed partial class DemoStory
{
    private static readonly string[] Statements =
    [
        "I can hear what somebody needs behind what they say",
        "I can ask without cornering anybody",
        "I can say no and keep the door open",
    ];

    private static readonly string[] Said =
    [
        "I will ask one question more before I answer.",
        "Sit down with the youth group and try the listening round.",
        "I wrote the sentence “what would have to happen” on a card and keep it in my bag.",
    ];

    private static readonly string[] Wished =
    [
        "A third morning. It went too quickly.",
        "More time for the round in pairs.",
        "The room was cold before ten.",
    ];

    private void Afterwards()
    {
        At(Ago(59), async () => Done((await portal.Get<FeedbackDesk>().Write(As("focal"), _runs["over"], 0, FeedbackRules.Usual with { Statements = Statements }))!.Value));
        At(Ago(46), () => RunJob<FeedbackJob>());
        At(Ago(44), () => Answer("over", FeedbackMoment.Before, 4));
        At(Ago(45), () => Share("over", MaterialMoment.Before, "How we work: three promises to one another", "three-promises.txt", "What is said here stays here. Nobody has to speak. We begin and end on time."));
        At(Ago(32), () => Share("over", MaterialMoment.After, "Twelve questions to listen with", "twelve-questions.txt", "What happened then? What mattered most to you in that? What would have to happen?"));
        At(Ago(32, 10), () => RunJob<MaterialJob>());
        At(Ago(12), async () => Done((await portal.Get<MaterialDesk>().Share(As("focal"), _runs["recent"], new MaterialPlan(MaterialMoment.Before, "A film to watch beforehand, eight minutes", "en", "https://films.riverton.example/through-the-phone"), null, ""))!.Value));
        At(Ago(12, 10), () => RunJob<MaterialJob>());
        At(Ago(7), () => RunJob<MinimumJob>());
        At(Ago(7, 11), async () => Done((await portal.Get<MinimumDesk>().Confirm(As("focal"), _runs["recent"], "Three who work with the same families: it is worth the evening."))!.Value));
        At(Ago(4, 9), () => RunJob<FeedbackJob>());
        At(Ago(32, 12), () => RunJob<FeedbackJob>());
        At(Ago(31), () => Answer("over", FeedbackMoment.After, 3));
        At(Ago(30, 12), () => RunJob<CertificateJob>());
        At(Ago(32, 15), () => Promise("over", ("Harbour Women’s Circle", CommitmentMaker.City, "Send the list of halls that are free on Fridays", 21), ("Riverton Interfaith Walkers", CommitmentMaker.Partner, "Name two walkers for the spring training", 36)));
        At(Ago(4, 15), () => Promise("recent", ("Northgate Youth Forum", CommitmentMaker.City, "Lend the projector for the parents’ evening", 5), ("Castle Hill Gospel Choir", CommitmentMaker.Partner, "Tell us which of the choir would help on the phone", 60)));
        At(Ago(20, 15), () => Promise(null, ("Northgate Youth Forum", CommitmentMaker.Partner, "Bring two young people to the round table", 10)));
        At(Ago(9, 15), async () => Done((await portal.Get<CommitmentDesk>().End(As("focal"), _organisations["Northgate Youth Forum"].Id, (await OpenOf("Northgate Youth Forum")).Id, 1, CommitmentStates.Keep, "Both came, and one spoke."))!.Value));
    }

    private async Task RunJob<TJob>()
        where TJob : IJob =>
        await portal.Get<IEnumerable<IJob>>().OfType<TJob>().Single().Run(CancellationToken.None);

    private async Task Share(string run, MaterialMoment moment, string title, string name, string words)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(words + "\n"));
        Done((await portal.Get<MaterialDesk>().Share(As("focal"), _runs[run], new MaterialPlan(moment, title, "en", null), content, name))!.Value);
    }

    private async Task Promise(string? run, params (string Partner, CommitmentMaker By, string What, int Days)[] promises) =>
        Done((await portal.Get<CommitmentDesk>().Note(
            As("focal"),
            run is null ? CommitmentSource.Desk : new CommitmentSource(CommitmentOrigin.Occasion, _runs[run], (await portal.Read(work => OccasionRepository.Find(work, _runs[run])))!.Title),
            [.. promises.Select(one => new CommitmentPlan { OrganisationId = _organisations[one.Partner].Id, MadeBy = one.By, What = one.What, DueOn = DateOnly.FromDateTime(portal.Now.UtcDateTime).AddDays(one.Days), OwnerId = Somebody("focal").Id })]))!.Value);

    private async Task<Commitment> OpenOf(string partner) => (await portal.Read(work => CommitmentRepository.Of(work, _organisations[partner].Id))).First(one => one.State == CommitmentState.Open);

    private async Task Answer(string run, FeedbackMoment moment, int people)
    {
        var occasion = (await portal.Read(work => OccasionRepository.Find(work, _runs[run])))!;
        var questions = FeedbackRules.AskedAt(moment, await portal.Read(work => FeedbackRepository.Questions(work, occasion.Kind, occasion.SubjectId)));
        var bookings = await portal.Read(work => BookingRepository.In(work, occasion.Id, moment == FeedbackMoment.Before ? [BookingState.Confirmed] : [BookingState.Attended]));
        foreach (var (who, booking) in bookings.Take(people).Index())
        {
            var texts = 0;
            var typed = questions.Index().ToDictionary(one => one.Item.Id, one => one.Item.Type switch
            {
                QuestionType.Text => (texts++ == 0 ? Said : Wished)[who % Said.Length],
                QuestionType.Choice => one.Item.Options[who == 2 ? 1 : 0],
                QuestionType.Statement => (moment == FeedbackMoment.Before ? 2 + ((who + one.Index) % 2) : 4 + ((who + one.Index) % 2)).ToString(CultureInfo.InvariantCulture),
                _ => (4 + ((who + one.Index) % 2)).ToString(CultureInfo.InvariantCulture),
            });
            Done((await portal.Get<FeedbackDesk>().Answer(Platform.Actor.Public, booking.Secret, moment, typed))!.Value);
        }
    }
}
