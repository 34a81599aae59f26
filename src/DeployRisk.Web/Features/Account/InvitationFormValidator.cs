using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the form of somebody who is invited must hold.</summary>
public sealed class InvitationFormValidator : AbstractValidator<InvitationForm>
{
    public InvitationFormValidator(IStringLocalizer<AccountTexts> T)
    {
        RuleFor(form => form.Name).DisplayName(T);
        RuleFor(form => form.Password).NewPassword(T);
        RuleFor(form => form.PasswordAgain).Equal(form => form.Password).WithMessage(_ => T["PasswordsDiffer"]);
    }
}
