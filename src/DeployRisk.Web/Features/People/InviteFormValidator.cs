using DeployRisk.Web.Features.Account;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.People;

/// <summary>What the form for an invitation must hold.</summary>
public sealed class InviteFormValidator : AbstractValidator<InviteForm>
{
    public InviteFormValidator(IStringLocalizer<AccountTexts> T) => RuleFor(form => form.Email).NewEmail(T);
}
