namespace GrantsPortal.Web.Shared;

/// <summary>
/// When a request reached the server. Deadlines are judged by this instant, so that an application sent in time is
/// accepted even when it is handled seconds later.
/// </summary>
public static class Arrival
{
    private static readonly object Key = new();

    /// <summary>Stamps every request before anything else looks at it.</summary>
    public static IApplicationBuilder UseArrival(this IApplicationBuilder app)
    {
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use((context, next) =>
        {
            context.Items[Key] = clock.GetUtcNow();
            return next(context);
        });
    }

    /// <summary>When the request reached the server, in UTC; throws when <see cref="UseArrival"/> is missing.</summary>
    public static DateTimeOffset ReceivedAt(this HttpContext context) => (DateTimeOffset)context.Items[Key]!;
}
