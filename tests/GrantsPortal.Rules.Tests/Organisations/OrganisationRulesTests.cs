using GrantsPortal.Organisations;
using Xunit;

namespace GrantsPortal.Rules.Tests.Organisations;

public sealed class OrganisationRulesTests
{
    private static readonly OrganisationDetails Plain = new() { Name = "Riverside Youth Forum", Kind = OrganisationKind.CommunityGroup };

    [Fact]
    public void An_unregistered_group_needs_nothing_but_a_name() => Assert.Empty(OrganisationRules.Check(Plain.Tidied()));

    [Theory]
    [InlineData("", "organisation.name-missing")]
    [InlineData("Claim now at https://evil.example", "organisation.name-holds-address")]
    [InlineData("Write to me@evil.example", "organisation.name-holds-address")]
    public void A_name_carries_no_address_into_e_mails(string name, string code) =>
        Assert.Equal([code], OrganisationRules.Check((Plain with { Name = name }).Tidied()).Select(refusal => refusal.Code));

    [Fact]
    public void A_register_asks_for_its_number_and_makes_the_official_identifier_of_it()
    {
        Assert.Equal("organisation.number-missing", Assert.Single(OrganisationRules.Check(Plain with { Register = "GB-CHC" })).Code);
        Assert.Equal("GB-CHC-1136419", (Plain with { Register = "GB-CHC", LegalNumber = "1136 419" }).OfficialId);
        Assert.Null((Plain with { LegalNumber = "club 7" }).OfficialId);
    }

    [Fact]
    public void Details_survive_the_way_to_the_record_and_back()
    {
        var details = (Plain with { Register = "GB-SC", LegalNumber = "SC012345", Website = "example.org", Town = " Leith ", PublishedAs = Publication.Unnamed }).Tidied();
        var organisation = details.Onto(new Organisation { OfficialId = details.OfficialId });
        Assert.Equal(details, OrganisationDetails.Of(organisation));
        Assert.Equal("https://example.org", organisation.Website);
        Assert.Equal("Leith", organisation.Town);
    }

    [Fact]
    public void Editors_keep_details_but_only_owners_choose_how_letters_arrive_and_awards_are_published()
    {
        var hidden = Plain with { PublishedAs = Publication.Withheld };
        Assert.Equal("organisation.owners-choose", OrganisationRules.Edited(MemberRole.Editor, Plain, hidden).Refusals[0].Code);
        Assert.Equal("organisation.viewers-read", OrganisationRules.Edited(MemberRole.Viewer, Plain, Plain).Refusals[0].Code);
        Assert.True(OrganisationRules.Edited(MemberRole.Editor, Plain, Plain with { Phone = "1" }).Done);
        Assert.True(OrganisationRules.Edited(MemberRole.Owner, Plain, hidden).Done);
    }

    [Fact]
    public void A_slug_is_never_empty_and_never_one_of_our_own_addresses()
    {
        Assert.Equal("riverside-youth-forum", OrganisationRules.Slug("Riverside Youth Forum", 1, 0));
        Assert.Equal("riverside-youth-forum-2", OrganisationRules.Slug("Riverside Youth Forum", 1, 1));
        Assert.NotEqual("new", OrganisationRules.Slug("New", 1, 0));
        Assert.StartsWith("group-", OrganisationRules.Slug("مجموعة", 255, 0), StringComparison.Ordinal);
    }
}
