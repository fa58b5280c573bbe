namespace GrantsPortal.DueDiligence;

/// <summary>Section <c>DueDiligence</c> of the configuration.</summary>
public sealed class DueDiligenceOptions
{
    /// <summary>From which likeness on, 0 to 100, two names are a possible match.</summary>
    public int ScreeningThreshold { get; set; } = Screening.ScreeningRules.Threshold;

    /// <summary>
    /// Most subsidy one organisation may get within <see cref="SubsidyYears"/>, in whole units of <see cref="SubsidyCurrency"/>.
    /// 300,000 euro over three years: Regulation (EU) 2023/2831, Article 3(2). For the United Kingdom set 315000 GBP
    /// (Subsidy Control Act 2022, section 36).
    /// </summary>
    public decimal SubsidyCeiling { get; set; } = 300_000;

    /// <summary>ISO 4217 code; the portal's currency when empty.</summary>
    public string SubsidyCurrency { get; set; } = "";

    /// <summary>Length of the rolling period in years.</summary>
    public int SubsidyYears { get; set; } = 3;
}
