using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores;
using DeployRisk.Domain;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the set-up form must hold.</summary>
public sealed class SetUpFormValidator : AbstractValidator<SetUpForm>
{
    public SetUpFormValidator(IStringLocalizer<AccountTexts> T)
    {
        RuleFor(form => form.Organisation).Cascade(CascadeMode.Stop)
            .Must(HasText).WithMessage(_ => T["OrganisationMissing"])
            .Must(text => text.Trim().Length <= Organisation.MaxNameLength).WithMessage(_ => T["TooLong", Organisation.MaxNameLength]);
        RuleFor(form => form.Name).Cascade(CascadeMode.Stop)
            .Must(HasText).WithMessage(_ => T["NameMissing"])
            .Must(text => text.Trim().Length <= ApplicationUser.MaxDisplayNameLength).WithMessage(_ => T["TooLong", ApplicationUser.MaxDisplayNameLength]);
        RuleFor(form => form.Email).Cascade(CascadeMode.Stop)
            .Must(HasText).WithMessage(_ => T["EmailMissing"])
            .Must(text => text.Trim().Length <= SignInRules.MaxEmailLength).WithMessage(_ => T["TooLong", SignInRules.MaxEmailLength])
            .Must(EmailRule.LooksRight).WithMessage(_ => T["EmailWrong"]);
        RuleFor(form => form.Password).NewPassword(T);
        RuleFor(form => form.PasswordAgain).Equal(form => form.Password).WithMessage(_ => T["PasswordsDiffer"]);
        RuleFor(form => form.Language).Must(tag => tag is "en" or "fr").WithMessage(_ => T["LanguageMissing"]);
    }

    private static bool HasText(string text) => !PlainText.IsBlank(text);
}
