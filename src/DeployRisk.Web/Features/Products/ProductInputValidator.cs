using DeployRisk.Domain;
using DeployRisk.Domain.Products;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Products;

/// <summary>Checks what somebody types about a product, before the domain does.</summary>
public sealed class ProductInputValidator : AbstractValidator<ProductInput>
{
    public ProductInputValidator(IStringLocalizer<ProductsTexts> T)
    {
        RuleFor(input => input.Name)
            .Cascade(CascadeMode.Stop)
            .Must(name => !PlainText.IsBlank(name)).WithMessage(_ => T["NameMissing"])
            .Must(name => name.Trim().Length <= Product.MaxNameLength).WithMessage(_ => T["NameTooLong", Product.MaxNameLength]);
        RuleFor(input => input.Description)
            .Must(text => (text ?? "").Trim().Length <= Product.MaxDescriptionLength).WithMessage(_ => T["DescriptionTooLong", Product.MaxDescriptionLength]);
    }
}
