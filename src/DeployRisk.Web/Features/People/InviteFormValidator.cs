using DeployRisk.Domain;
using DeployRisk.Web.Features.Account;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.People;

/// <summary>What the form for an invitation must hold.</summary>
public sealed class InviteFormValidator : AbstractValidator<InviteForm>
{
    public InviteFormValidator(IStringLocalizer<AccountTexts> T)
    {
        RuleFor(form => form.Email).Cascade(CascadeMode.Stop)
            .Must(text => !PlainText.IsBlank(text)).WithMessage(_ => T["EmailMissing"])
            .Must(text => text.Trim().Length <= SignInRules.MaxEmailLength).WithMessage(_ => T["TooLong", SignInRules.MaxEmailLength])
            .Must(EmailRule.LooksRight).WithMessage(_ => T["EmailWrong"]);
    }
}
