using GrantsPortal.Payments.Bank;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Publishing;

/// <summary>What the module offers to the container.</summary>
public static class PublishingModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<BankOptions>().PostConfigure<IConfiguration>((bank, configuration) =>
        {
            if (configuration.GetValue<bool>("Demo:Enabled"))
            {
                Demo.DemoBank.Fill(bank);
            }
        });
        services.AddOptions<InboundOptions>().PostConfigure<IConfiguration>((inbound, configuration) =>
        {
            if (configuration.GetValue<bool>("Demo:Enabled"))
            {
                Demo.DemoMailbox.Fill(inbound);
            }
        });
        return services.AddSingleton<Import.GrantImport>().AddSingleton<Demo.DemoData>();
    }
}
