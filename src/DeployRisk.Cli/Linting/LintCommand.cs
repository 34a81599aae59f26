using System.CommandLine;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Cli.Linting;

/// <summary><c>deployrisk lint FILE...</c></summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "A questionnaire: its folder, its file, or the file of one of its categories.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("lint", "Checks questionnaires and reports every fault with its file and JSON path.") { files };
        command.SetAction(parsed =>
        {
            var configuration = parsed.InvocationConfiguration;
            return Lint(parsed.GetRequiredValue(files), configuration.Output, configuration.Error);
        });
        return command;
    }

    private static int Lint(IEnumerable<string> paths, TextWriter output, TextWriter error)
    {
        var exitCode = ExitCode.Success;
        foreach (var path in paths)
        {
            try
            {
                var questionnaire = QuestionnaireLoader.Load(path);
                output.WriteLine($"{path}: {questionnaire.Id} {questionnaire.Version}, {questionnaire.Categories.Count} categories, {questionnaire.Questions.Count} questions: no fault.");
            }
            catch (InvalidQuestionnaireException exception)
            {
                exitCode = ExitCode.InvalidInput;
                foreach (var fault in exception.Faults)
                {
                    error.WriteLine(fault);
                }
            }
        }

        return exitCode;
    }
}
