using GrantsPortal;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGrantsPortal(builder.Configuration);
builder.Services.AddPortalPolicies();
builder.Services.AddPortalPages(builder.Configuration);

var app = builder.Build();
Migrations.Apply(app.Services.GetRequiredService<PortalDatabase>());
app.UseArrival();
app.UsePortalPages();
app.Run();

/// <summary>The web program; public so that tests can host it.</summary>
public partial class Program;
