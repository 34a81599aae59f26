using System.Globalization;

namespace DeployRisk.Domain.Questionnaires;

/// <summary>Puts a condition into words, for people who read or print the questionnaire.</summary>
public static class ConditionWords
{
    /// <summary>The condition as the rest of a sentence that starts with "when", without a full stop.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="questionnaire">The questionnaire it belongs to: gives names to context questions and their options.</param>
    /// <param name="language">The reader's language.</param>
    public static string Describe(Condition condition, Questionnaire questionnaire, Language language) =>
        new Writer(questionnaire, language).Write(condition, negated: false, nested: false);

    private sealed class Writer(Questionnaire questionnaire, Language language)
    {
        private bool French => language == Language.French;

        public string Write(Condition condition, bool negated, bool nested) => condition switch
        {
            Condition.Not not => Write(not.Part, !negated, nested),
            Condition.All all => Group(all.Parts, every: !negated, negated, nested),
            Condition.Any any => Group(any.Parts, every: negated, negated, nested),
            Condition.AtLeast atLeast => AtLeast(atLeast, negated),
            Condition.AtMost atMost => AtMost(atMost, negated),
            Condition.Includes includes => Includes([includes], negated, every: false),
            _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
        };

        private string Group(IReadOnlyList<Condition> parts, bool every, bool negated, bool nested)
        {
            var phrases = Phrases(parts, every, negated);
            if (phrases.Count == 1)
            {
                return phrases[0];
            }

            var text = Join(phrases, every);
            return nested ? $"({text})" : text;
        }

        /// <summary>Several options of one multiple choice become one phrase, where the first of them stands.</summary>
        private List<string> Phrases(IReadOnlyList<Condition> parts, bool every, bool negated)
        {
            var phrases = new List<string>();
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var part in parts)
            {
                if (part is not Condition.Includes includes)
                {
                    phrases.Add(Write(part, negated, nested: parts.Count > 1));
                }
                else if (told.Add(includes.Question))
                {
                    var same = parts.OfType<Condition.Includes>().Where(other => other.Question == includes.Question);
                    phrases.Add(Includes([.. same], negated, every));
                }
            }

            return phrases;
        }

        private string AtLeast(Condition.AtLeast condition, bool negated)
        {
            var (id, level) = (condition.Question, condition.Level);
            if (questionnaire.FindContext(id) is { } context)
            {
                var name = Name(context);
                return (negated, French) switch
                {
                    (true, false) => $"{name} is below {level}",
                    (true, true) => $"{name} est au-dessous de {level}",
                    (false, false) => level == Question.TopLevel ? $"{name} is {level}" : $"{name} is {level} or higher",
                    (false, true) => level == Question.TopLevel ? $"{name} vaut {level}" : $"{name} vaut {level} ou plus",
                };
            }

            return (negated, French) switch
            {
                (true, false) => $"{id} is below level {level} or has no level",
                (true, true) => $"{id} est sous le niveau {level} ou n’a pas de niveau",
                (false, false) => level == Question.TopLevel ? $"{id} is at level {level}" : $"{id} is at level {level} or higher",
                (false, true) => level == Question.TopLevel ? $"{id} est au niveau {level}" : $"{id} est au niveau {level} ou plus",
            };
        }

        private string AtMost(Condition.AtMost condition, bool negated)
        {
            var (id, level) = (condition.Question, condition.Level);
            if (questionnaire.FindContext(id) is { } context)
            {
                var name = Name(context);
                return (negated, French) switch
                {
                    (true, false) => $"{name} is above {level}",
                    (true, true) => $"{name} est au-dessus de {level}",
                    (false, false) => level == 0 ? $"{name} is 0" : $"{name} is {level} or lower",
                    (false, true) => level == 0 ? $"{name} vaut 0" : $"{name} vaut {level} ou moins",
                };
            }

            return (negated, French) switch
            {
                (true, false) => $"{id} is above level {level} or has no level",
                (true, true) => $"{id} est au-dessus du niveau {level} ou n’a pas de niveau",
                (false, false) => level == 0 ? $"{id} is at level 0" : $"{id} is at level {level} or lower",
                (false, true) => level == 0 ? $"{id} est au niveau 0" : $"{id} est au niveau {level} ou moins",
            };
        }

        private string Includes(IReadOnlyList<Condition.Includes> conditions, bool negated, bool every)
        {
            var context = questionnaire.FindContext(conditions[0].Question);
            var name = context is null ? conditions[0].Question : Name(context);
            var options = Join([.. conditions.Select(condition => Quoted(context, condition.Option))], every != negated);
            return (negated, French) switch
            {
                (true, false) => $"{name} does not include {options}",
                (true, true) => $"{name} ne comprend pas {options}",
                (false, false) => $"{name} includes {options}",
                (false, true) => $"{name} comprend {options}",
            };
        }

        private string Name(ContextQuestion context) =>
            string.Create(CultureInfo.InvariantCulture, $"{context.Title.In(language)} ({context.Id})");

        private string Quoted(ContextQuestion? context, string optionId)
        {
            var option = context?.Options.FirstOrDefault(known => known.Id == optionId);
            var text = option is null ? optionId : option.Text.In(language);
            return French ? $"«\u00a0{text}\u00a0»" : $"“{text}”";
        }

        private string Join(List<string> phrases, bool every)
        {
            if (phrases.Count == 1)
            {
                return phrases[0];
            }

            var last = (every, French) switch
            {
                (true, false) => " and ",
                (true, true) => " et ",
                (false, false) => " or ",
                (false, true) => " ou ",
            };
            return string.Join(", ", phrases.Take(phrases.Count - 1)) + last + phrases[^1];
        }
    }
}
