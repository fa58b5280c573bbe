using GrantsPortal.Web.Shared;
using Xunit;

namespace GrantsPortal.Rules.Tests.Pages;

public sealed class NavigationTests
{
    public static TheoryData<IReadOnlyList<NavigationItem>> Rows => new(
        NavigationItems.Main, NavigationItems.Manage, NavigationItems.Administration, NavigationItems.Mine, NavigationItems.Reviewing, NavigationItems.Account,
        NavigationItems.Footer);

    [Theory, MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void A_row_leads_to_each_place_once_and_under_one_name(IReadOnlyList<NavigationItem> row)
    {
        Assert.Equal(row.Count, row.Select(item => item.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(row.Count, row.Select(item => item.Label).Distinct(StringComparer.Ordinal).Count());
    }
}
