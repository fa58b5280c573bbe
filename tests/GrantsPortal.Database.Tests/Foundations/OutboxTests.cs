using GrantsPortal.Applications.Submitting;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace GrantsPortal.Database.Tests.Foundations;

public sealed class OutboxTests : IDisposable
{
    private static readonly Actor Admin = new(1, "Ada", new HashSet<string> { Roles.Administrator });
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Without_a_mail_server_messages_lie_as_files_that_a_mail_program_opens()
    {
        await Queue(null);

        Assert.Equal(1, (await _city.Portal.Get<OutboxSender>().Drain()).Sent);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(_city.Portal.Folder, "mail")));
        Assert.EndsWith(".eml", file);
        var message = await MimeMessage.LoadAsync(file);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), message.MessageId!.Split('@')[0]);
        Assert.Contains("Hello Ann,", message.TextBody);
    }

    [Fact]
    public async Task A_message_left_by_a_process_that_died_becomes_a_doubt_after_its_lease_and_only_a_person_sends_it_again()
    {
        var id = await Queue(null);
        await _city.Write(Actor.System, async work => await OutboxRepository.Claim(work, (await OutboxRepository.Due(work, 1))[0], "another", TimeSpan.FromMinutes(4)));
        var sender = _city.Portal.Get<OutboxSender>();

        Assert.Equal(DrainReport.Nothing, await sender.Drain());
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, (await sender.Drain()).InDoubt);
        Assert.Equal(OutboxState.InDoubt, (await Item(id)).State);
        Assert.Equal(DrainReport.Nothing, await sender.Drain());

        Assert.True((await _city.Portal.Get<OutboxDesk>().Resend(Admin, id)).Done);
        Assert.Equal(1, (await sender.Drain()).Sent);
        Assert.Equal("email.not-again", (await _city.Portal.Get<OutboxDesk>().Resend(Admin, id)).Refusals[0].Code);
        Assert.Equal(DrainReport.Nothing, await sender.Drain());
    }

    [Fact]
    public async Task Letters_leave_before_notices_however_many_of_those_wait()
    {
        for (var i = 0; i < 5; i++)
        {
            await Queue(null);
        }

        await _city.Write(Actor.System, work => Task.FromResult(work.Mail(new Recipient(null, "letter@example.org", "Ann", "en"), ApplicationWithdrawn.Sample)));

        Assert.Equal("letter@example.org", (await _city.Read(work => OutboxRepository.Due(work, 1)))[0].ToAddress);
    }

    [Fact]
    public async Task Notices_of_somebody_who_wants_them_daily_come_as_one_message_at_eight_and_letters_come_at_once()
    {
        var person = await _city.Person("Dora Daily");
        await Wants(person.Id, NoticeFrequency.Daily);
        var job = _city.Portal.Services.GetServices<IJob>().OfType<DailySummaryJob>().Single();
        await Queue(person.Id, "First");
        await Queue(person.Id, "Second");
        await _city.Write(Actor.System, work => Task.FromResult(work.Mail(new Recipient(person.Id, person.Email, person.Name, "en"), ApplicationWithdrawn.Sample with { ToActor = true })));
        Assert.Equal(1, (await _city.Portal.Get<OutboxSender>().Drain()).Sent);

        await job.Run(default);
        await job.Run(default);

        var mail = await _city.MailTo(person.Email);
        Assert.Equal(["Gathered", "Gathered", "Sent", "Queued"], mail.Select(one => one.State));
        Assert.Equal("2 notices from Riverton", mail[^1].Subject);
        Assert.Contains("First", mail[^1].TextBody);
        Assert.Contains("Second", mail[^1].TextBody);
        Assert.Equal(new DateTimeOffset(2026, 6, 17, 7, 0, 0, TimeSpan.Zero), job.NextAfter(_city.Now));
    }

    [Fact]
    public async Task Somebody_who_wants_no_notices_gets_none_and_letters_all_the_same()
    {
        var person = await _city.Person("Olga Off");
        await Wants(person.Id, NoticeFrequency.Off);
        await Queue(person.Id);
        await _city.Write(Actor.System, work => Task.FromResult(work.Mail(new Recipient(person.Id, person.Email, person.Name, "en"), ApplicationWithdrawn.Sample with { ToActor = true })));

        Assert.Equal(["Suppressed", "Queued"], (await _city.MailTo(person.Email)).Select(one => one.State));
    }

    private Task<long> Queue(long? person, string subject = "Something new") => _city.Write(Actor.System, async work =>
    {
        var to = person is { } id ? (await GrantsPortal.People.PersonRepository.Find(work, id))!.Email : "ann@example.org";
        return work.Mail(new Recipient(person, to, "Ann", "en"), new OfficerMessage(subject, "Come and see."));
    });

    private Task<int> Wants(long person, NoticeFrequency frequency) => _city.Write(Actor.System, work =>
        work.Execute("INSERT INTO NoticePreference (PersonId, Frequency, Version) VALUES (@person, @frequency, 1)", new { person, frequency }));

    private async Task<OutboxItem> Item(long id) => (await _city.Read(work => OutboxReader.Find(work, id)))!;
}
