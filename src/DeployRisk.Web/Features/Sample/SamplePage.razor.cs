using DeployRisk.Data.Sample;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Demo;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Sample;

/// <summary>Adds the sample organisation, or says what goes with it and removes it.</summary>
public sealed partial class SamplePage(SampleStore sample, CurrentUser user, DemoMode demo, NavigationManager navigation)
{
    private SampleContent? _content;
    private SampleContent? _removed;

    protected override async Task OnInitializedAsync() => _content = await sample.FindAsync();

    private async Task AddAsync()
    {
        await sample.AddAsync(CurrentLanguage.Get(), (await user.GetAsync()).Id);
        navigation.NavigateTo(AppUrls.Products);
    }

    private async Task RemoveAsync()
    {
        if (!demo.IsOn)
        {
            _removed = await sample.RemoveAsync((await user.GetAsync()).Id);
            _content = null;
        }
    }

    /// <summary>What goes, in words.</summary>
    private string Words(SampleContent content) =>
        T["Content", Products(content.Products - content.KeptProducts), Assessments(content.Assessments), T["PersonMany", content.People]];

    private string Products(int count) => count == 1 ? T["ProductOne"] : T["ProductMany", count];

    private string Assessments(int count) => count == 1 ? T["AssessmentOne"] : T["AssessmentMany", count];
}
