namespace GrantsPortal.Web.Shared;

/// <summary>What every page stands on: views, headers, rate limits, error pages.</summary>
public static class PortalPages
{
    /// <summary>Registers MVC and everything pages need.</summary>
    public static IServiceCollection AddPortalPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddControllersWithViews();
        return services;
    }

    /// <summary>Puts the page pipeline together, in the order requests pass it.</summary>
    public static WebApplication UsePortalPages(this WebApplication app)
    {
        app.MapControllers();
        return app;
    }
}
