using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the confirmation must not exceed; whether it is right, the account says.</summary>
public sealed class EraseFormValidator : AbstractValidator<EraseForm>
{
    public EraseFormValidator(IStringLocalizer<AccountTexts> T)
    {
        RuleFor(form => form.Password).MaximumLength(SignInRules.MaxPasswordLength).WithMessage(_ => T["TooLong", SignInRules.MaxPasswordLength]);
        RuleFor(form => form.Email).MaximumLength(SignInRules.MaxEmailLength).WithMessage(_ => T["TooLong", SignInRules.MaxEmailLength]);
    }
}
