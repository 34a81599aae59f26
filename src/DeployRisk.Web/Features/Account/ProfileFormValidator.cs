using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>What the profile must hold.</summary>
public sealed class ProfileFormValidator : AbstractValidator<ProfileForm>
{
    public ProfileFormValidator(IStringLocalizer<AccountTexts> T) => RuleFor(form => form.Name).DisplayName(T);
}
