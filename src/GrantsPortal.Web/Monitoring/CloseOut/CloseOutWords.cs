using GrantsPortal.Monitoring.CloseOut;

namespace GrantsPortal.Web.Monitoring.CloseOut;

/// <summary>What the lines of the checklist are called, in English.</summary>
public static class CloseOutWords
{
    /// <summary>What has to hold.</summary>
    public static string Of(CloseOutLine line) => line switch
    {
        CloseOutLine.Reports => "Every report is accepted",
        CloseOutLine.Payments => "Every payment is paid or given up",
        CloseOutLine.Variations => "No variation waits for an answer",
        CloseOutLine.Money => "Unspent money is settled",
        CloseOutLine.Documents => "Agreement and counter-signature are kept",
        _ => "What was learned is noted",
    };
}
