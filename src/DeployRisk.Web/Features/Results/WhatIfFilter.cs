namespace DeployRisk.Web.Features.Results;

/// <summary>Which questions are offered to try.</summary>
public enum WhatIfFilter
{
    /// <summary>Every question of the form.</summary>
    All,

    /// <summary>Those whose submitted answer is not at the top.</summary>
    BelowTop,

    /// <summary>Those with a gate that is open, as submitted or with what is tried.</summary>
    Gates,

    /// <summary>Those whose answer is tried.</summary>
    Changed,
}
