using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What must be known about who has forgotten their password.</summary>
public sealed class ForgottenFormValidator : AbstractValidator<ForgottenForm>
{
    public ForgottenFormValidator(IStringLocalizer<AccountTexts> T) => RuleFor(form => form.Email).NewEmail(T);
}
