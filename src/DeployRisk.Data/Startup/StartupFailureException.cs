namespace DeployRisk.Data.Startup;

/// <summary>The application cannot start. The message is one sentence for the person who starts it: what is wrong and what to do.</summary>
public sealed class StartupFailureException(string message, Exception? inner = null) : Exception(message, inner);
