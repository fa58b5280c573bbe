using System.Collections.Concurrent;
using GrantsPortal.TestWorld;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrantsPortal.Web.Tests.Guards;

/// <summary>The portal with <see cref="ProbeController"/> in it, keeping what it logs.</summary>
public sealed class ProbedPortal : TestPortal, ILoggerProvider, ILogger
{
    /// <summary>What was logged as an error.</summary>
    public ConcurrentQueue<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Errors.Enqueue(formatter(state, exception));
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.AddControllersWithViews().AddApplicationPart(typeof(ProbeController).Assembly);
            services.AddSingleton<ILoggerProvider>(this);
        });
    }
}
