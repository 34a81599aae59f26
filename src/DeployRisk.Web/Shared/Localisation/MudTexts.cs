namespace DeployRisk.Web.Shared.Localisation;

/// <summary>Names MudBlazor's own texts in French: MudTexts.fr.resx. The English ones come with MudBlazor.</summary>
public sealed class MudTexts;
