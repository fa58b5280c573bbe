using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Foundations;

public sealed class BulkMessageTests : IDisposable
{
    private readonly City _city = new();

    private BulkMessageDesk Desk => _city.Portal.Get<BulkMessageDesk>();

    public void Dispose() => _city.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Nobody_chosen_goes_to_nobody(bool withCall, bool withStates)
    {
        var call = await _city.OpenCall();
        await Applicant(call, "Ann");

        var refused = await Desk.Prepare(await _city.Officer(), "applicants", Answers(withCall ? call.Id : null, withStates ? ["Draft", "Submitted"] : []), "Hello", "Come.");

        Assert.Equal("message.nobody", Assert.Single(refused.Refusals).Code);
        Assert.Empty(await _city.Read(work => BulkMessageRepository.List(work, null, 10)));
    }

    [Fact]
    public async Task It_goes_to_exactly_those_who_were_shown_once()
    {
        var call = await _city.OpenCall();
        var other = await _city.OpenCall("Other call");
        var ann = await Applicant(call, "Ann");
        await Applicant(other, "Bea");
        var officer = await _city.Officer();

        var id = (await Desk.Prepare(officer, "applicants", Answers(call.Id, ["Draft"]), "Information evening", "On **Thursday**.")).Value;
        Assert.Equal([ann.Email], (await _city.Read(work => BulkMessageRepository.Recipients(work, id))).Select(to => to.Address));
        Assert.Empty(await _city.MailTo(ann.Email));

        var late = await Applicant(call, "Late");
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Desk.Send(officer, id, 1))));

        Assert.Equal(1, sent.Count(outcome => outcome.Done));
        var mail = Assert.Single(await _city.MailTo(ann.Email));
        Assert.Equal("Information evening", mail.Subject);
        Assert.Contains("<strong>Thursday</strong>", mail.HtmlBody);
        Assert.Empty(await _city.MailTo(late.Email));
        Assert.Equal("message.already-sent", (await Desk.Discard(officer, id)).Refusals[0].Code);
    }

    [Fact]
    public async Task A_draft_thrown_away_is_sent_to_nobody()
    {
        var call = await _city.OpenCall();
        var ann = await Applicant(call, "Ann");
        var officer = await _city.Officer();
        var id = (await Desk.Prepare(officer, "applicants", Answers(call.Id, ["Draft"]), "Hello", "Come.")).Value;

        Assert.True((await Desk.Discard(officer, id)).Done);

        Assert.Equal("message.not-found", (await Desk.Send(officer, id, 1)).Refusals[0].Code);
        Assert.Empty(await _city.MailTo(ann.Email));
    }

    private async Task<GrantsPortal.People.Person> Applicant(GrantsPortal.Calls.Call call, string name)
    {
        var person = await _city.Person(name + " Applicant");
        await _city.Draft(call, await _city.Organisation(name + "’s group", person), person);
        return person;
    }

    private static AudienceAnswers Answers(long? call, string[] states) => new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["call"] = call is { } id ? [id.ToString(System.Globalization.CultureInfo.InvariantCulture)] : [],
        ["states"] = states,
    });
}
