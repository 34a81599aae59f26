using System.Diagnostics;

namespace DeployRisk.TestKit.Programs;

/// <summary>Installs what the tests need where they may: as root on Debian. Test processes that run at once do it one after the other.</summary>
internal static class Debian
{
    /// <summary>Installs a package unless somebody else has made it needless meanwhile; false when it cannot be installed here.</summary>
    public static bool Install(string package, Func<bool> isThere)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
        {
            return false;
        }

        using var alone = new Mutex(initiallyOwned: false, @"Global\deployrisk-tests-install");
        Wait(alone);
        try
        {
            return isThere() || (Run("update", "-qq") && Run("install", "-y", "-qq", "--no-install-recommends", package));
        }
        finally
        {
            alone.ReleaseMutex();
        }
    }

    private static void Wait(Mutex mutex)
    {
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Whoever had it was killed; it is ours now.
        }
    }

    private static bool Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", ["-o", "DPkg::Lock::Timeout=300", .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
