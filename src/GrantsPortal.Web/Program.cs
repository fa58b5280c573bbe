using GrantsPortal;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Settings;
using GrantsPortal.Web.Applications;
using GrantsPortal.Web.Awards;
using GrantsPortal.Web.Bookings;
using GrantsPortal.Web.Calls;
using GrantsPortal.Web.DueDiligence;
using GrantsPortal.Web.Events;
using GrantsPortal.Web.Following;
using GrantsPortal.Web.Funds;
using GrantsPortal.Web.Introductions;
using GrantsPortal.Web.Monitoring;
using GrantsPortal.Web.Networks;
using GrantsPortal.Web.Organisations;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Partnerships.PublicDirectory;
using GrantsPortal.Web.Payments;
using GrantsPortal.Web.Payments.Bank;
using GrantsPortal.Web.People;
using GrantsPortal.Web.Platform;
using GrantsPortal.Web.Publishing;
using GrantsPortal.Web.Resources;
using GrantsPortal.Web.Response;
using GrantsPortal.Web.Reviews;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Training;
using GrantsPortal.Web.Verbs;

var line = VerbLine.Read(args);
if (line.AnswersItself)
{
    return line.Answer(Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(line.Settings);
builder.Services.AddGrantsPortal(builder.Configuration);
builder.Services.AddPortalPolicies();
builder.Services.AddPortalPages(builder.Configuration);
builder.Services.AddPlatformPages();
builder.Services.AddOrganisationsPages();
builder.Services.AddPartnershipPages();
builder.Services.AddDirectoryPages();
builder.Services.AddFundPages();
builder.Services.AddCallPages();
builder.Services.AddPeoplePages();
builder.Services.AddApplicationPages();
builder.Services.AddReviewPages();
builder.Services.AddAwardsPages();
builder.Services.AddDueDiligencePages();
builder.Services.AddPaymentPages();
builder.Services.AddBankPages();
builder.Services.AddMonitoringPages();
builder.Services.AddBookingPages();
builder.Services.AddTrainingPages();
builder.Services.AddResourcePages();
builder.Services.AddFollowPages();
builder.Services.AddNetworkPages();
builder.Services.AddResponsePages();
builder.Services.AddIntroductionPages();
builder.Services.AddEventPages();
builder.Services.AddPublishingPages();
if (line.Asked)
{
    builder.Logging.KeepQuiet();
}

await using var app = builder.Build();
if (line.Asked)
{
    return await line.Run(app.Services, Console.In, Console.Out, Console.Error);
}

var database = app.Services.GetRequiredService<PortalDatabase>();
Migrations.Apply(database);
await app.Services.GetRequiredService<Upgrades>().Apply();
await app.Services.GetRequiredService<StoredSettings>().Read(database);
await app.FillWithDemoData();
app.UseArrival();
app.UsePortalPages();
app.Run();
return 0;

/// <summary>The web program; public so that tests can host it.</summary>
public partial class Program;
