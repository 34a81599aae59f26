using DeployRisk.Data.Stores;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the set-up form must hold.</summary>
public sealed class SetUpFormValidator : AbstractValidator<SetUpForm>
{
    public SetUpFormValidator(IStringLocalizer<AccountTexts> T)
    {
        RuleFor(form => form.Organisation).Filled(() => T["OrganisationMissing"], Organisation.MaxNameLength, T);
        RuleFor(form => form.Name).DisplayName(T);
        RuleFor(form => form.Email).NewEmail(T);
        RuleFor(form => form.Password).NewPassword(T);
        RuleFor(form => form.PasswordAgain).Equal(form => form.Password).WithMessage(_ => T["PasswordsDiffer"]);
        RuleFor(form => form.Language).Must(tag => tag is "en" or "fr").WithMessage(_ => T["LanguageMissing"]);
    }
}
