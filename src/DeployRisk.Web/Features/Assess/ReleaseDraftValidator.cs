using DeployRisk.Domain;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Assess;

/// <summary>What a release needs before it can be assessed; context faults are named by the question's id.</summary>
public sealed class ReleaseDraftValidator : AbstractValidator<ReleaseDraft>
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public ReleaseDraftValidator(Questionnaire questionnaire, IStringLocalizer<AssessTexts> T)
    {
        RuleFor(draft => draft.Name.Trim())
            .Must(name => !PlainText.IsBlank(name)).WithMessage(_ => T["NameWanted"])
            .MaximumLength(Release.MaxNameLength).WithMessage(_ => T["NameTooLong", Release.MaxNameLength])
            .OverridePropertyName(nameof(ReleaseDraft.Name));
        RuleFor(draft => draft.PlannedOn)
            .NotNull().WithMessage(_ => T["DayWanted"])
            .Must(day => day is null or { Year: >= FirstYear and < LastYear }).WithMessage(_ => T["DayUnlikely", FirstYear, LastYear]);
        RuleFor(draft => draft.Context).Custom((context, validation) =>
        {
            foreach (var missing in context.Missing(questionnaire))
            {
                var isMultiple = questionnaire.FindContext(missing)!.Kind == ContextQuestionKind.Multiple;
                validation.AddFailure(missing, isMultiple ? T["ChoicesWanted"] : T["LevelWanted"]);
            }
        });
    }
}
