namespace DeployRisk.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Scored, and the verdict is one that <c>--fail-on</c> names.</summary>
    public const int VerdictFailed = 1;

    /// <summary>The input or the command line is not valid; every fault is on standard error.</summary>
    public const int InvalidInput = 2;
}
