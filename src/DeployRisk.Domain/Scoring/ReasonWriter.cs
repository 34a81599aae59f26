using System.Globalization;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Puts reasons into words, each with what lifts it.</summary>
internal sealed class ReasonWriter(Reading reading)
{
    /// <summary>0 to 100 with one decimal place.</summary>
    private static readonly LocalizedText[] Shown = [.. Enumerable.Range(0, 1001).Select(Show)];

    /// <summary>Why the gate is open. Of what nobody knows it does not say that it is so, but that it may be.</summary>
    public static LocalizedText Because(Gate rule, bool unknown) => unknown
        ? new LocalizedText($"Nobody knows whether this is so: {rule.Because.En}", $"Personne ne sait si c’est le cas\u00a0: {rule.Because.Fr}")
        : rule.Because;

    /// <summary>The reason that a gate gives, lifted from this level on; null: from none.</summary>
    public static Reason Gate(ReasonKind kind, Verdict verdict, Question question, LocalizedText because, int? lift)
    {
        var waived = kind == ReasonKind.WaivedGate;
        var en = waived ? $"Accepted in writing: {because.En}" : because.En;
        var fr = waived ? $"Accepté par écrit\u00a0: {because.Fr}" : because.Fr;
        if (lift is { } level)
        {
            en += $" Closed from level {level} on: “{question.Levels[level].En}”.";
            fr += $" Levé à partir du niveau {level}\u00a0: «\u00a0{question.Levels[level].Fr}\u00a0».";
        }

        return new Reason(kind, verdict, new LocalizedText($"{question.Id}: {en}", $"{question.Id}\u00a0: {fr}"), [question.Id], question.CategoryId);
    }

    public static Reason TooManyWaivers(IReadOnlyList<Question> questions, int limit, int tier) => About(
        ReasonKind.TooManyWaivers,
        Verdict.NoGo,
        $"{Digits(questions.Count)} hard gates are waived; at most {Digits(limit)} may be at inherent risk {Digits(tier)}. Close one of them.",
        $"{Digits(questions.Count)} points bloquants absolus font l’objet d’une dérogation\u202f; {Digits(limit)} au plus au niveau de risque intrinsèque {Digits(tier)}. Levez-en un.",
        Ids(questions));

    public static Reason TooManyConditionals(IReadOnlyList<Question> questions, int limit, int criticality) => About(
        ReasonKind.TooManyConditionalGates,
        Verdict.NoGo,
        $"{Digits(questions.Count)} conditional gates are open; {Digits(limit)} or more are a No-go at criticality {Digits(criticality)}. Close {Digits(questions.Count - limit + 1)} of them.",
        $"{Digits(questions.Count)} points bloquants conditionnels sont ouverts\u202f; {Digits(limit)} suffisent pour un No-go à la criticité {Digits(criticality)}. Levez-en {Digits(questions.Count - limit + 1)}.",
        Ids(questions));

    public static Reason BelowNoGoLine(Figure readiness, int line, int tier) => About(
        ReasonKind.BelowNoGoLine,
        Verdict.NoGo,
        $"Readiness is {Down(readiness).En}; at inherent risk {Digits(tier)}, below {Digits(line)} is a No-go whatever the gates say.",
        $"Le niveau de préparation est de {Down(readiness).Fr}\u202f; au niveau de risque intrinsèque {Digits(tier)}, moins de {Digits(line)} donne un No-go, quels que soient les points bloquants.",
        []);

    public static Reason BelowGoLine(Figure readiness, int line, int tier) => About(
        ReasonKind.BelowGoLine,
        Verdict.Conditional,
        $"Readiness is {Down(readiness).En}; at inherent risk {Digits(tier)}, Go needs {Digits(line)}.",
        $"Le niveau de préparation est de {Down(readiness).Fr}\u202f; au niveau de risque intrinsèque {Digits(tier)}, le Go demande {Digits(line)}.",
        []);

    public static Reason CategoryBelowFloor(Category category, int tenths, int floor) => new(
        ReasonKind.CategoryBelowFloor,
        Verdict.Conditional,
        new LocalizedText(
            $"{category.Title.En} stands at {Shown[tenths].En}; no category may be below {Digits(floor)}.",
            $"{category.Title.Fr}\u00a0: {Shown[tenths].Fr}\u202f; aucune catégorie ne doit être au-dessous de {Digits(floor)}."),
        [],
        category.Id);

    public Reason TooMuchNotApplicable(Figure share, int percent) => About(
        ReasonKind.TooMuchNotApplicable,
        Verdict.Conditional,
        $"{Up(share).En} % of the form was set aside as not applicable; Go allows {Digits(percent)} %. Answer some of it.",
        $"{Up(share).Fr}\u202f% du formulaire est écarté comme non applicable\u202f; le Go en admet {Digits(percent)}\u202f%. Répondez à une partie de ces questions.",
        QuestionsIn(QuestionState.NotApplicable));

    public Reason CategoryTooMuchNotApplicable(CategoryTally category, int percent)
    {
        var share = Up(Figure.Of(category.NotApplicableWeight * 100L, category.ShownWeight));
        return new Reason(
            ReasonKind.CategoryTooMuchNotApplicable,
            Verdict.Conditional,
            new LocalizedText(
                $"{category.Category.Title.En}: {share.En} % was set aside as not applicable; Go allows {Digits(percent)} %. Answer some of it.",
                $"{category.Category.Title.Fr}\u00a0: {share.Fr}\u202f% écarté comme non applicable\u202f; le Go en admet {Digits(percent)}\u202f%. Répondez à une partie de ces questions."),
            QuestionsIn(QuestionState.NotApplicable, category.Questions),
            category.Category.Id);
    }

    public Reason CoverageTooLow(Figure coverage, int percent) => About(
        ReasonKind.CoverageTooLow,
        Verdict.Conditional,
        $"Coverage is {Down(coverage).En}%; Go needs {Digits(percent)}%. Settle what is marked “I don’t know”.",
        $"La couverture est de {Down(coverage).Fr}\u202f%\u202f; le Go demande {Digits(percent)}\u202f%. Levez les «\u00a0Je ne sais pas\u00a0».",
        QuestionsIn(QuestionState.Unknown));

    public static Reason ShortForm(int tier) => About(
        ReasonKind.ShortForm,
        Verdict.Conditional,
        $"The short form was used; at inherent risk {Digits(tier)}, Go needs the full form.",
        $"Le formulaire court a été utilisé\u202f; au niveau de risque intrinsèque {Digits(tier)}, le Go demande le formulaire complet.",
        []);

    public static Reason AllClear(Figure? readiness, int line, bool linesApply)
    {
        if (readiness is not { } value || !linesApply)
        {
            return About(
                ReasonKind.AllClear,
                Verdict.Go,
                "No gate is open in what was answered.",
                "Aucun point bloquant n’est ouvert dans ce qui a été répondu.",
                []);
        }

        return About(
            ReasonKind.AllClear,
            Verdict.Go,
            $"No gate is open, and readiness is {Down(value).En} where Go needs {Digits(line)}.",
            $"Aucun point bloquant n’est ouvert, et le niveau de préparation est de {Down(value).Fr} là où le Go demande {Digits(line)}.",
            []);
    }

    private static Reason About(ReasonKind kind, Verdict verdict, string en, string fr, IReadOnlyList<string> questionIds) =>
        new(kind, verdict, new LocalizedText(en, fr), questionIds);

    /// <summary>The number in digits, of which a sentence is put together faster than of the number.</summary>
    private static string Digits(int number) =>
        number is >= 0 and <= 100 ? Shown[number * 10].En : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One decimal place, downwards: 69.97 is shown below 70.</summary>
    private static LocalizedText Down(Figure value) => Shown[value.Tenths];

    /// <summary>One decimal place, upwards: 40.02 is shown above 40.</summary>
    private static LocalizedText Up(Figure value) => Shown[value.Tenths + (value.IsWholeTenths ? 0 : 1)];

    private static LocalizedText Show(int tenths)
    {
        var en = (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);
        return new LocalizedText(en, en.Replace('.', ','));
    }

    private static string[] Ids(IReadOnlyList<Question> questions)
    {
        var ids = new string[questions.Count];
        for (var place = 0; place < ids.Length; place++)
        {
            ids[place] = questions[place].Id;
        }

        return ids;
    }

    private List<string> QuestionsIn(QuestionState state) => QuestionsIn(state, reading.Questionnaire.Compiled.Questions);

    private List<string> QuestionsIn(QuestionState state, Question[] questions)
    {
        var ids = new List<string>(questions.Length);
        foreach (var question in questions)
        {
            if (reading.State(question) == state)
            {
                ids.Add(question.Id);
            }
        }

        return ids;
    }
}
