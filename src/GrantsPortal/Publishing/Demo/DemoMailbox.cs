using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Publishing.Demo;

/// <summary>The demo's mailbox: an address to forward to where none is set; nothing is ever read from it.</summary>
internal static class DemoMailbox
{
    /// <summary>Gives the city an address where the settings give none.</summary>
    public static void Fill(InboundOptions inbound) => inbound.Address = string.IsNullOrWhiteSpace(inbound.Address) ? "record@riverton.example" : inbound.Address;
}
