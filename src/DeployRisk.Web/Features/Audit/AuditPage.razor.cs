using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Formatting;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace DeployRisk.Web.Features.Audit;

/// <summary>The audit trail, the latest records first. The address says which of them are shown.</summary>
public sealed partial class AuditPage(AuditStore audit, PeopleStore people, MemberStore members, CurrentUser user, ReaderClock clock, NavigationManager navigation)
{
    /// <summary>Records on one page.</summary>
    private const int Most = 50;

    private AuditView _view = null!;
    private AuditRecords? _records;
    private IReadOnlyList<PersonAccount> _people = [];
    private IReadOnlyList<AccessibleProduct> _products = [];

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var reader = (await user.GetAsync()).Id;
        _view = AuditView.Read(HttpContext.Request.Query);
        _people = await people.ListAsync(reader, HttpContext.RequestAborted);
        _products = await members.ListAsync(reader, HttpContext.RequestAborted);
        _records = await audit.ReadAsync(_view.Filter(clock), _view.Before, Most, reader, HttpContext.RequestAborted);
        if (_records is null)
        {
            // The session has a role that the account has no more.
            navigation.NavigateTo(AppUrls.AccessDenied);
        }
    }

    private string ExportHref(string format) => QueryHelpers.AddQueryString((_view with { Before = null }).Href(AppUrls.AuditExport), "format", format);
}
