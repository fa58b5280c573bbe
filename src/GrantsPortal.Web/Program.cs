using GrantsPortal.Web.Shared;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPortalPages(builder.Configuration);

var app = builder.Build();
app.UsePortalPages();
app.Run();

/// <summary>The web program; public so that tests can host it.</summary>
public partial class Program;
