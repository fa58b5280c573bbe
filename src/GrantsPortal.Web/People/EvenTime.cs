using System.Diagnostics;
using GrantsPortal.People;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.People;

/// <summary>Makes answers take equally long whether an account exists or not.</summary>
public sealed class EvenTime(IOptions<AccountOptions> options)
{
    /// <summary>Does something, and waits until the agreed time has passed.</summary>
    public async Task<T> Take<T>(Func<Task<T>> act)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await act();
        var left = TimeSpan.FromMilliseconds(options.Value.EvenMilliseconds) - Stopwatch.GetElapsedTime(began);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left);
        }

        return result;
    }

    /// <summary>Does something, and waits until the agreed time has passed.</summary>
    public Task Take(Func<Task> act) => Take(async () =>
    {
        await act();
        return true;
    });
}
