namespace GrantsPortal.Platform;

/// <summary>One theme of prevention work; section <c>Portal:Themes</c>.</summary>
public sealed class PortalTheme
{
    /// <summary>What records keep, such as <c>hate-crime</c>; never changed once in use.</summary>
    public string Code { get; set; } = "";

    /// <summary>English name, said through the localiser.</summary>
    public string Name { get; set; } = "";

    /// <summary>The themes of a city that has set none.</summary>
    public static IReadOnlyList<PortalTheme> Usual { get; } =
    [
        new() { Code = "hate-crime", Name = "Hate crime" },
        new() { Code = "online", Name = "Hate and rumours online" },
        new() { Code = "extremism", Name = "Preventing extremism" },
        new() { Code = "dialogue", Name = "Dialogue between communities" },
        new() { Code = "faith", Name = "Faith communities" },
        new() { Code = "young-people", Name = "Young people" },
        new() { Code = "schools", Name = "Schools" },
        new() { Code = "families", Name = "Families" },
        new() { Code = "women", Name = "Women’s leadership" },
        new() { Code = "newcomers", Name = "Newcomers and refugees" },
        new() { Code = "victims", Name = "Victims and survivors" },
        new() { Code = "crisis", Name = "Readiness for crises" },
        new() { Code = "organisations", Name = "Running an organisation" },
    ];
}
