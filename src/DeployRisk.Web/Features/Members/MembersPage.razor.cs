using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Members;

/// <summary>Who is in a product, as what, and who may read it. Plain forms: each is a request that asks the policy.</summary>
public sealed partial class MembersPage(MemberStore members, CurrentUser user, NavigationManager navigation)
{
    private ProductMembers? _found;
    private IReadOnlyList<Person> _candidates = [];
    private string? _fault;

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromForm]
    private Guid? Person { get; set; }

    [SupplyParameterFromForm]
    private ProductRole? Role { get; set; }

    /// <summary>The role, if there is such a one.</summary>
    private ProductRole? Known => Role is { } role && Enum.IsDefined(role) ? role : null;

    [SupplyParameterFromForm]
    private bool Remove { get; set; }

    [SupplyParameterFromForm]
    private bool? Restricted { get; set; }

    [SupplyParameterFromQuery]
    private bool Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var reader = (await user.GetAsync()).Id;
        _found = await members.FindAsync(Slug, reader);
        if (_found is null)
        {
            navigation.NotFound();
            return;
        }

        _candidates = await members.CandidatesAsync(_found.Product.Id, reader);
    }

    private Task AddAsync() => Person is { } person && Known is { } role
        ? RunAsync((product, by) => members.SetAsync(product, new UserId(person), role, by))
        : Task.CompletedTask;

    private Task ChangeAsync(UserId person) => (Remove, Known) switch
    {
        (true, _) => RunAsync((product, by) => members.RemoveAsync(product, person, by)),
        (_, { } role) => RunAsync((product, by) => members.SetAsync(product, person, role, by)),
        _ => Task.CompletedTask,
    };

    private Task RestrictAsync() => Restricted is { } restricted
        ? RunAsync((product, by) => members.RestrictAsync(product, restricted, by))
        : Task.CompletedTask;

    /// <summary>Who has taken themselves out of what they could see goes where they can be.</summary>
    private async Task RunAsync(Func<ProductId, UserId, Task<MemberOutcome>> change)
    {
        var by = (await user.GetAsync()).Id;
        var outcome = await change(_found!.Product.Id, by);
        if (outcome == MemberOutcome.Done)
        {
            navigation.NavigateTo(await members.FindAsync(Slug, by) is null ? AppUrls.Products : $"{AppUrls.Members(Slug)}?done=true");
        }
        else
        {
            _fault = T.Refused(outcome);
        }
    }
}
