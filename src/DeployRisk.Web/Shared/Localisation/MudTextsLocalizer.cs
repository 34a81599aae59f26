using Microsoft.Extensions.Localization;
using MudBlazor;

namespace DeployRisk.Web.Shared.Localisation;

/// <summary>Gives MudBlazor's components their texts in the reader's language.</summary>
public sealed class MudTextsLocalizer(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
