namespace Gradus.SpecialtyExplorer;

/// <summary>How one specialty moves over a panel of synthetic doctors.</summary>
/// <param name="Specialty">The specialty's id.</param>
/// <param name="Before">Its mean chance of being among the first five, before.</param>
/// <param name="After">The same after.</param>
public sealed record Movement(string Specialty, double Before, double After);

/// <summary>What changes when profiles change.</summary>
/// <param name="Doctors">How many synthetic doctors were asked.</param>
/// <param name="ListsChanged">The share of doctors whose first five are not the same.</param>
/// <param name="Kept">How many of the first five are kept on average.</param>
/// <param name="Movements">Specialties whose mean chance moves by 0.001 or more, largest first.</param>
public sealed record WhatIfReport(int Doctors, double ListsChanged, double Kept, IReadOnlyList<Movement> Movements);
