using System.CommandLine;

namespace DeployRisk.Benchmarks.Circuits;

/// <summary><c>circuits</c></summary>
internal static class CircuitsCommand
{
    public static Command Create()
    {
        var command = new Command("circuits", "Measures the memory that idle circuits keep on the server.");
        command.SetAction(static (parsed, _) => CircuitMemory.PrintAsync(parsed.InvocationConfiguration.Output));
        return command;
    }
}
