using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Microsoft.Data.Sqlite;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

public sealed class CounterSignTests : IDisposable
{
    private readonly City _city = new(City.Printing);

    public void Dispose() => _city.Dispose();

    private CounterSignDesk Desk => _city.Portal.Get<CounterSignDesk>();

    [Fact]
    public async Task An_approver_signs_for_the_city_and_both_documents_are_kept()
    {
        var (award, applicant, listing) = await _city.AcceptedWith();
        Assert.Equal([award.Id], await _city.Read(work => AwardDocumentRepository.NotCounterSigned(work, [award.Id])));
        Assert.True((await Desk.Sign(listing.Approver, award.Reference, "Ada Approver", _city.Now)).Done);

        var documents = await _city.DocumentsOf(award);
        Assert.Equal([AwardDocumentKind.Agreement, AwardDocumentKind.CounterSigned], documents.Select(document => document.Kind));
        var (agreement, signed) = (await Content(documents[0].Hash), await Content(documents[1].Hash));
        Assert.StartsWith(agreement[..^30], signed, StringComparison.Ordinal);
        Assert.Contains("Ada Approver", signed, StringComparison.Ordinal);
        Assert.Contains(documents[0].Hash, signed, StringComparison.Ordinal);
        Assert.Empty(await _city.Read(work => AwardDocumentRepository.NotCounterSigned(work, [award.Id])));
        Assert.Contains(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(AgreementCounterSigned) && mail.TextBody.Contains(documents[1].Hash, StringComparison.Ordinal));
        Assert.Equal("countersign.signed", (await Desk.Sign(listing.Approver, award.Reference, "Ada Approver", _city.Now)).Refusals[0].Code);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task Nobody_signs_for_the_city_what_they_recommended()
    {
        var (award, _, listing) = await _city.AcceptedWith();
        var both = listing.Officer with { Roles = new HashSet<string> { Roles.ProgrammeOfficer, Roles.Approver } };
        Assert.Equal("countersign.own-recommendation", (await Desk.Sign(both, award.Reference, "Ola Officer", _city.Now)).Refusals[0].Code);
        Assert.Equal("countersign.not-approver", (await Desk.Sign(listing.Officer, award.Reference, "Ola Officer", _city.Now)).Refusals[0].Code);
        Assert.Single(await _city.DocumentsOf(award));
        Assert.Empty(await _city.Read(work => SignatureRepository.ToCounterSign(work, listing.Officer.Person)));
        Assert.Single(await _city.Read(work => SignatureRepository.ToCounterSign(work, listing.Approver.Person)));
    }

    [Fact]
    public async Task An_offer_that_was_not_accepted_is_not_signed()
    {
        var listing = await _city.Told(new Wish(RecommendedOutcome.Fund));
        var award = await _city.AwardOf(listing.Applicants[0]);
        Assert.Equal("countersign.not-accepted", (await Desk.Sign(listing.Approver, award.Reference, "Ada Approver", _city.Now)).Refusals[0].Code);
    }

    [Fact]
    public async Task Two_approvers_at_once_sign_once()
    {
        var (award, _, listing) = await _city.AcceptedWith();
        var other = await _city.Staff("Other Approver", Roles.Approver);
        var signed = await Task.WhenAll(
            Task.Run(() => Desk.Sign(listing.Approver, award.Reference, "Ada Approver", _city.Now)),
            Task.Run(() => Desk.Sign(other, award.Reference, "Other Approver", _city.Now)));
        Assert.Single(signed, outcome => outcome.Done);
        Assert.Equal(2, (await _city.DocumentsOf(award)).Count);
    }

    [Fact]
    public async Task An_agreement_that_was_altered_is_not_signed()
    {
        var (award, _, listing) = await _city.AcceptedWith();
        await File.AppendAllTextAsync(Directory.EnumerateFiles(_city.Portal.Folder, award.AgreementHash!, SearchOption.AllDirectories).Single(), "more", TestContext.Current.CancellationToken);
        Assert.Equal("countersign.agreement-altered", (await Desk.Sign(listing.Approver, award.Reference, "Ada Approver", _city.Now)).Refusals[0].Code);
        Assert.Empty(await _city.Read(async work => (await SignatureRepository.Of(work, award.Id)).Where(signature => signature.Side == SignatureSide.City).ToList()));
    }

    [Fact]
    public async Task Documents_are_neither_changed_nor_removed()
    {
        var (award, _, _) = await _city.AcceptedWith();
        await Assert.ThrowsAsync<SqliteException>(() => _city.Write(Actor.System, work => work.Execute("DELETE FROM AwardDocument WHERE AwardId = @id", new { id = award.Id })));
        await Assert.ThrowsAsync<SqliteException>(() => _city.Write(Actor.System, work => work.Execute("UPDATE AwardDocument SET Hash = '' WHERE AwardId = @id", new { id = award.Id })));
        Assert.Single(await _city.DocumentsOf(award));
    }

    [Fact]
    public async Task A_hash_tells_which_document_it_is_to_those_who_may_know()
    {
        var (award, applicant, _) = await _city.AcceptedWith();
        var document = Assert.Single(await _city.DocumentsOf(award));
        var stranger = await _city.Person("Stranger");
        Assert.Equal((award.Reference, 1, "html"), Assert.Single(await _city.Read(work => AwardDocumentRepository.WithHash(work, document.Hash, applicant.Owner.Id))) is var found ? (found.Reference, found.Number, found.Form) : default);
        Assert.Single(await _city.Read(work => AwardDocumentRepository.WithHash(work, document.Hash, null)));
        Assert.Empty(await _city.Read(work => AwardDocumentRepository.WithHash(work, document.Hash, stranger.Id)));
        Assert.Empty(await _city.Read(work => AwardDocumentRepository.WithHash(work, new string('0', 64), null)));
        Assert.Equal("pdf", Assert.Single(await _city.Read(work => AwardDocumentRepository.WithHash(work, document.PdfHash!, applicant.Owner.Id))).Form);
    }

    private async Task<string> Content(string hash)
    {
        using var stored = new StreamReader(_city.Portal.Get<FileStore>().Open(hash));
        return await stored.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
