using System.Diagnostics;
using Xunit;

namespace GrantsPortal.Database.Tests;

/// <summary>The same tests once more on SQL Server, where there is one.</summary>
public sealed class SqlServerPassTests
{
    private const string Server = "GRANTSPORTAL_TEST_SQLSERVER";
    private const string Provider = "GRANTSPORTAL_TEST_PROVIDER";

    [Fact]
    public async Task Every_test_of_this_project_passes_on_Sql_Server()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Server)), $"SQL Server: {Server} holds no connection string.");
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Provider) is not null, "This is the pass on SQL Server.");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        start.Environment[Provider] = "SqlServer";
        using var pass = Process.Start(start)!;
        var said = await pass.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await pass.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(pass.ExitCode == 0, said);
    }
}
